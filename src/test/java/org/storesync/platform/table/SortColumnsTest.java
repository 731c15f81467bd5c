package org.storesync.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SortColumnsTest {

  private static final SortColumns COLUMNS =
      new SortColumns(Map.of("name", "s.nameKey", "changed", "s.changedAt"), "s.id");

  @Test
  void the_id_is_always_the_last_key() {
    assertThat(COLUMNS.orderBy(sortedBy(new TableSort("name", true))))
        .isEqualTo(" order by s.nameKey, s.id");
    assertThat(COLUMNS.orderBy(sortedBy())).isEqualTo(" order by s.id");
  }

  @Test
  void several_keys_keep_their_order_and_direction() {
    assertThat(
            COLUMNS.orderBy(sortedBy(new TableSort("changed", false), new TableSort("name", true))))
        .isEqualTo(" order by s.changedAt desc, s.nameKey, s.id");
  }

  @Test
  void the_standard_order_counts_only_when_none_is_asked_for() {
    TableSort standard = new TableSort("changed", false);
    assertThat(COLUMNS.orderBy(sortedBy(), standard)).isEqualTo(" order by s.changedAt desc, s.id");
    assertThat(COLUMNS.orderBy(sortedBy(new TableSort("name", false)), standard))
        .isEqualTo(" order by s.nameKey desc, s.id");
  }

  @Test
  void a_column_that_is_not_offered_never_reaches_the_query() {
    assertThatThrownBy(() -> COLUMNS.orderBy(sortedBy(new TableSort("1; drop table store", true))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TableRequest sortedBy(TableSort... sorts) {
    return new TableRequest(0, 10, List.of(sorts), Map.of());
  }
}
