package org.storesync.platform.table;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that a table may be sorted by, and the {@code order by} that follows. Only these
 * columns reach the query, whatever the browser sends; the last key makes the order total.
 *
 * @param columns path in the query by the column as the page calls it
 * @param lastKey path of the id
 */
public record SortColumns(Map<String, String> columns, String lastKey) {

  public SortColumns {
    columns = Map.copyOf(columns);
  }

  /**
   * The clause, with a blank before it.
   *
   * @param standard the table's own order, when the request has none; may be empty
   * @throws IllegalArgumentException if the request names a column that is not offered
   */
  public String orderBy(TableRequest request, TableSort... standard) {
    Stream<TableSort> sorts =
        request.sorts().isEmpty() ? Stream.of(standard) : request.sorts().stream();
    return Stream.concat(sorts.map(this::key), Stream.of(lastKey))
        .collect(Collectors.joining(", ", " order by ", ""));
  }

  private String key(TableSort sort) {
    String path = columns.get(sort.field());
    if (path == null) {
      throw new IllegalArgumentException("This table can't be sorted by " + sort.field());
    }
    return path + (sort.ascending() ? "" : " desc");
  }
}
