package org.storesync.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storesync.history.DocumentComparison.Field;

class DocumentComparisonTest {

  @Test
  void fields_that_say_different_things_are_marked() {
    DocumentComparison comparison =
        compare("{\"status\":\"SHIPPED\",\"total\":1}", "{\"status\":\"PENDING\",\"total\":1}");

    assertThat(comparison.differences()).isEqualTo(1);
    assertThat(comparison.fields())
        .containsExactly(
            new Field("status", "SHIPPED", "PENDING", true), new Field("total", "1", "1", false));
  }

  @Test
  void lines_are_counted_from_one_and_compared_one_by_one() {
    DocumentComparison comparison =
        compare("{\"lines\":[{\"sku\":\"A\"},{\"sku\":\"B\"}]}", "{\"lines\":[{\"sku\":\"A\"}]}");

    assertThat(comparison.fields())
        .containsExactly(
            new Field("lines[1].sku", "A", "A", false), new Field("lines[2].sku", "B", "", true));
  }

  @Test
  void an_amount_with_a_trailing_zero_is_the_same_amount() {
    assertThat(compare("{\"total\":12.50}", "{\"total\":12.5}").differences()).isZero();
  }

  @Test
  void each_system_has_a_number_and_a_time_of_its_own() {
    assertThat(
            compare("{\"id\":{\"value\":\"111-1\"}}", "{\"id\":{\"value\":\"SO1\"}}").differences())
        .isZero();
  }

  @Test
  void where_one_document_is_missing_nothing_differs() {
    DocumentComparison comparison =
        DocumentComparison.of(Optional.of("{\"total\":1}"), Optional.empty());

    assertThat(comparison.localFound()).isFalse();
    assertThat(comparison.fields()).containsExactly(new Field("total", "1", "", false));
  }

  private static DocumentComparison compare(String external, String local) {
    return DocumentComparison.of(Optional.of(external), Optional.of(local));
  }
}
