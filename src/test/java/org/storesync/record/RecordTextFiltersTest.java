package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTextFiltersTest {

  @ParameterizedTest(name = "description {0}, message {1}, index of messages {2}: {3}")
  @CsvSource({
    "'',    '',    false, false",
    "'',    sku-9, false, true",
    "'',    sku-9, true,  false",
    "'',    sku,   true,  false",
    "'',    'sk ', true,  true",
    "boots, '',    true,  true",
    "boots, sku-9, true,  true",
  })
  void texts_that_no_index_knows_are_looked_for_in_the_newest_records_only(
      String description, String message, boolean indexed, boolean onlyInNewest) {
    RecordTextFilters texts = new RecordTextFilters(indexed);
    texts.setDescription(description);
    texts.setMessage(message);

    assertThat(texts.isOnlyInNewest()).isEqualTo(onlyInNewest);
    assertThat(texts.narrow(RecordFilter.all()).newest())
        .isEqualTo(onlyInNewest ? texts.getSearched() : null);
  }
}
