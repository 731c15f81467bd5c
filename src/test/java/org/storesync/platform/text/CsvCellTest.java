package org.storesync.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void what_begins_like_a_formula_becomes_a_text(String formula) {
    assertThat(CsvCell.harmless(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mug", "1-2", "a=b", "'=1"})
  void everything_else_stays_as_it_is(String text) {
    assertThat(CsvCell.harmless(text)).isEqualTo(text);
  }

  @Test
  void nothing_is_an_empty_cell() {
    assertThat(CsvCell.harmless(null)).isEmpty();
  }
}
