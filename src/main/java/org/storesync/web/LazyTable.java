package org.storesync.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSort;
import org.storesync.platform.table.TableSource;

/**
 * Joins a page's table to a room's repository: the browser asks for a page, sorted and filtered,
 * and only that page is read. A selection survives paging, because a row is found again by its key.
 *
 * @param <T> a row: a record, not a JPA entity
 */
public class LazyTable<T> extends LazyDataModel<T> {

  /** The key of a row: what its check box sends. */
  @FunctionalInterface
  public interface RowKey<T> extends Function<T, Object>, Serializable {}

  private final TableSource<T> source;
  private final RowKey<T> rowKey;
  private final Map<String, T> asked = new HashMap<>();

  public LazyTable(TableSource<T> source, RowKey<T> rowKey) {
    this.source = source;
    this.rowKey = rowKey;
  }

  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    return (int) Math.min(source.count(filters(filterBy)), Integer.MAX_VALUE);
  }

  @Override
  public List<T> load(
      int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    // A row may have changed since; what is remembered for a selection is no older than the page.
    asked.clear();
    return source.rows(new TableRequest(first, pageSize, sorts(sortBy), filters(filterBy)));
  }

  @Override
  public String getRowKey(T row) {
    return String.valueOf(rowKey.apply(row));
  }

  @Override
  public T getRowData(String key) {
    return asked.computeIfAbsent(key, k -> onThisPage(k).or(() -> source.row(k)).orElse(null));
  }

  private Optional<T> onThisPage(String key) {
    List<T> rows = getWrappedData();
    return rows == null
        ? Optional.empty()
        : rows.stream().filter(row -> getRowKey(row).equals(key)).findFirst();
  }

  static List<TableSort> sorts(Map<String, SortMeta> sortBy) {
    return sortBy.values().stream()
        .filter(sort -> sort.getOrder() != SortOrder.UNSORTED)
        .sorted()
        .map(sort -> new TableSort(sort.getField(), sort.getOrder() == SortOrder.ASCENDING))
        .toList();
  }

  static Map<String, Object> filters(Map<String, FilterMeta> filterBy) {
    Map<String, Object> filters = new LinkedHashMap<>();
    new ArrayList<>(filterBy.values())
        .forEach(
            filter -> {
              if (filter.isActive() && filter.getFilterValue() != null) {
                filters.put(filter.getField(), filter.getFilterValue());
              }
            });
    return filters;
  }
}
