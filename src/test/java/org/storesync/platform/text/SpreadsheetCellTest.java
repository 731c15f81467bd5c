package org.storesync.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF201"})
  void a_text_that_a_spreadsheet_would_run_stands_behind_an_apostrophe(String text) {
    assertThat(SpreadsheetCell.harmless(text)).isEqualTo("'" + text);
  }

  @Test
  void any_other_text_stays_as_it_is() {
    assertThat(SpreadsheetCell.harmless("")).isEmpty();
    assertThat(SpreadsheetCell.harmless(null)).isEmpty();
    assertThat(SpreadsheetCell.harmless("112-1234567-1234567")).isEqualTo("112-1234567-1234567");
    assertThat(SpreadsheetCell.harmless("a=b")).isEqualTo("a=b");
  }
}
