package org.storesync.web;

import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Components;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.event.data.SortEvent;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.storesync.platform.table.TableSort;

/** The order of a table that has an address: given to the table, and heard when it is changed. */
public final class TableOrder {

  private TableOrder() {}

  /** For the attribute {@code sortBy} of a table. */
  public static List<SortMeta> shown(Optional<TableSort> sort) {
    return sort.stream()
        .map(
            by ->
                SortMeta.builder()
                    .field(by.field())
                    .order(by.ascending() ? SortOrder.ASCENDING : SortOrder.DESCENDING)
                    .build())
        .toList();
  }

  /** What a person chose; absent if the table's own order is wanted again. */
  public static Optional<TableSort> chosen(SortEvent event) {
    return LazyTable.sorts(event.getSortBy()).stream().findFirst();
  }

  /** Other rows than before: the table begins with its first page. */
  public static void showFirstPage(String tableId) {
    Optional.ofNullable(Components.<DataTable>findComponent(tableId))
        .ifPresent(table -> table.setFirst(0));
  }
}
