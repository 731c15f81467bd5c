package org.storesync.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storesync.platform.table.TableSort;

/**
 * How a person looks at a table of records: which optional columns are there, and the order. Also
 * as the parameter {@code sort} of an address: {@code last_attempt}, or {@code -last_attempt} for
 * the greatest first.
 */
public class RecordView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String DESCENDING = "-";

  /** The columns that are shown on wish only. */
  public enum OptionalColumn {
    NUMBER,
    AMOUNT,
    LATEST_SHIP_DATE,
    EXTERNALLY_MODIFIED,
    LOCALLY_MODIFIED,
    CREATED_THERE,
    CREATED_HERE
  }

  private static final List<String> OFFERED =
      List.of(OptionalColumn.values()).stream().map(Enum::name).toList();

  private List<String> columns = new ArrayList<>();
  private RecordSort sort;

  /** Takes the order that an address asks for; another one than offered is as none. */
  public void readSort(String parameter) {
    sort = null;
    if (parameter != null && !parameter.isBlank()) {
      boolean descending = parameter.startsWith(DESCENDING);
      String name = (descending ? parameter.substring(1) : parameter).toUpperCase(Locale.ROOT);
      sort =
          RecordSort.Column.find(name)
              .map(column -> new RecordSort(column, !descending))
              .orElse(null);
    }
  }

  /** What {@link #readSort} takes. */
  public String sortParameter() {
    return sort == null
        ? ""
        : (sort.ascending() ? "" : DESCENDING) + sort.column().name().toLowerCase(Locale.ROOT);
  }

  /** The order as the table says it; absent: the table's own. */
  public Optional<TableSort> sort() {
    return Optional.ofNullable(sort).map(by -> new TableSort(by.column().name(), by.ascending()));
  }

  /** A person sorted the table, or wants its own order again. */
  public void sortBy(Optional<TableSort> wanted) {
    sort =
        wanted
            .map(by -> new RecordSort(RecordSort.Column.of(by.field()), by.ascending()))
            .orElse(null);
  }

  /** Whether an optional column is shown: if it is wanted, or the table is sorted by it. */
  public boolean shows(String column) {
    return columns.contains(column) || (sort != null && sort.column().name().equals(column));
  }

  public List<String> getOffered() {
    return OFFERED;
  }

  public List<String> getColumns() {
    return columns;
  }

  public void setColumns(List<String> columns) {
    this.columns = columns == null ? new ArrayList<>() : new ArrayList<>(columns);
  }
}
