package org.storesync.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    NUMBER("r.id", false),
    EXTERNAL_ID("r.external_id", true),
    LOCAL_ID("r.local_id", true),
    STATUS("r.status", false),
    LAST_ATTEMPT("r.last_attempt_at", true),
    EXTERNALLY_MODIFIED("r.external_modified", true),
    LATEST_SHIP_DATE("r.due_by", true);

    private final String sql;
    private final boolean optional;

    Column(String sql, boolean optional) {
      this.sql = sql;
      this.optional = optional;
    }

    String sql() {
      return sql;
    }

    /**
     * A direction as a statement says it. Nothing is the smallest value, in every database; the
     * indexes are made so.
     */
    String direction(boolean ascending) {
      if (optional) {
        return ascending ? " asc nulls first" : " desc nulls last";
      }
      return ascending ? " asc" : " desc";
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
      " order by e.sync_order, r.last_attempt_at asc nulls first, r.id";

  /** Never attempted first, least recently attempted first: loading order within an entity. */
  static final List<RecordSort> LEAST_RECENTLY_ATTEMPTED =
      List.of(new RecordSort(Column.LAST_ATTEMPT, true));

  /**
   * With the record number as the last key. It goes in the direction of the key before it, so that
   * one walk along the index gives the order, and one back along it the reverse.
   */
  static List<RecordSort> total(List<RecordSort> sorts) {
    List<RecordSort> total = new ArrayList<>(sorts);
    total.removeIf(sort -> sort.column() == Column.NUMBER && sort != sorts.get(0));
    if (total.isEmpty() || total.get(0).column() != Column.NUMBER) {
      total.add(
          new RecordSort(Column.NUMBER, total.isEmpty() || total.get(total.size() - 1).ascending));
    }
    return total;
  }

  RecordSort reversed() {
    return new RecordSort(column, !ascending);
  }

  String sql() {
    return column.sql + column.direction(ascending);
  }
}
