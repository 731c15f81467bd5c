package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storesync.platform.table.TableSort;

class RecordViewTest {

  private final RecordView view = new RecordView();

  @Test
  void an_address_keeps_the_order() {
    view.sortBy(Optional.of(new TableSort("LAST_ATTEMPT", false)));
    RecordView reopened = new RecordView();

    reopened.readSort(view.sortParameter());

    assertThat(reopened.sort()).contains(new TableSort("LAST_ATTEMPT", false));
  }

  @Test
  void an_order_that_is_not_offered_is_as_none() {
    view.readSort("password");

    assertThat(view.sort()).isEmpty();
    assertThat(view.sortParameter()).isEmpty();
  }

  @Test
  void an_optional_column_is_shown_on_wish_or_when_the_table_is_sorted_by_it() {
    assertThat(view.shows("AMOUNT")).isFalse();

    view.setColumns(List.of("AMOUNT"));
    view.readSort("-latest_ship_date");

    assertThat(view.shows("AMOUNT")).isTrue();
    assertThat(view.shows("LATEST_SHIP_DATE")).isTrue();
    assertThat(view.shows("NUMBER")).isFalse();
  }
}
