package org.storesync.record;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns that lists of records can be sorted by. Each has an index; the record number is
 * always the last key, so that no page repeats or loses a row.
 *
 * @param column by which column
 * @param ascending smallest first
 */
public record RecordSort(Column column, boolean ascending) implements Serializable {

  /** A sortable column. */
  public enum Column {
    NUMBER("r.id"),
    EXTERNAL_ID("r.external_id"),
    LOCAL_ID("r.local_id"),
    STATUS("r.status"),
    LAST_ATTEMPT("r.last_attempt_at"),
    EXTERNALLY_MODIFIED("r.external_modified"),
    LATEST_SHIP_DATE("r.due_by");

    private final String sql;

    Column(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }

    /** By its name; record number for a name that is none. */
    public static Column of(String name) {
      return find(name).orElse(NUMBER);
    }

    /** By its name; absent for a name that is none. */
    public static Optional<Column> find(String name) {
      return Arrays.stream(values()).filter(column -> column.name().equals(name)).findFirst();
    }
  }

  /** The order in which a limit loads records (domain section 3). */
  static final String LOADING_ORDER =
      " order by e.sync_order, case when r.last_attempt_at is null then 0 else 1 end,"
          + " r.last_attempt_at, r.id";

  static String sql(List<RecordSort> sorts) {
    List<RecordSort> withNumber = new java.util.ArrayList<>(sorts);
    withNumber.add(new RecordSort(Column.NUMBER, true));
    return withNumber.stream()
        .map(sort -> sort.column().sql + (sort.ascending() ? " asc" : " desc"))
        .collect(Collectors.joining(", ", " order by ", ""));
  }
}
