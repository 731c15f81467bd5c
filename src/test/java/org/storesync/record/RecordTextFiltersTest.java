package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTextFiltersTest {

  @ParameterizedTest(name = "description {0}, message {1}, found by an index {2}: {3}")
  @CsvSource({
    "'',    '',    true,  false",
    "'',    sku-9, false, true",
    "'',    sku-9, true,  false",
    "boots, '',    true,  true",
    "boots, sku-9, true,  true",
  })
  void texts_that_no_index_finds_are_looked_for_in_the_newest_records_only(
      String description, String message, boolean indexed, boolean onlyInNewest) {
    RecordTextFilters texts = new RecordTextFilters((part, many) -> indexed);
    texts.setDescription(description);
    texts.setMessage(message);

    assertThat(texts.isOnlyInNewest()).isEqualTo(onlyInNewest);
    assertThat(texts.narrow(RecordFilter.all()).newest())
        .isEqualTo(onlyInNewest ? texts.getSearched() : null);
  }

  @Test
  void the_index_is_asked_once_for_what_was_typed() {
    List<String> asked = new ArrayList<>();
    RecordTextFilters texts = new RecordTextFilters((part, many) -> asked.add(part));
    texts.setMessage(" sku-9 ");
    texts.setMessage("sku-9");
    texts.narrow(RecordFilter.all());
    texts.setMessage("sku-7");
    texts.clear();

    assertThat(asked).containsExactly("sku-9", "sku-7");
    assertThat(texts.isOnlyInNewest()).isFalse();
  }
}
