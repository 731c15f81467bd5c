package org.storesync.platform.table;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A piece of a table as somebody wants to see it.
 *
 * @param first number of rows before the first one wanted, from 0
 * @param size greatest number of rows wanted, at least 1
 * @param sorts most important key first; empty: the table's own order
 * @param filters wanted value (or collection of values) by the column as the page calls it
 */
public record TableRequest(int first, int size, List<TableSort> sorts, Map<String, Object> filters)
    implements Serializable {

  public TableRequest {
    if (first < 0 || size < 1) {
      throw new IllegalArgumentException(
          "A table is read from row 0 on and at least one row at a time, not %d rows from %d"
              .formatted(size, first));
    }
    sorts = List.copyOf(sorts);
    filters = Map.copyOf(filters);
  }
}
