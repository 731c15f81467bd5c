package org.storesync.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.storesync.kind.DocumentPair;
import org.storesync.kind.PairLinks;
import org.storesync.kind.StoreDocuments;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSort;
import org.storesync.platform.table.TableSource;

/**
 * The records that a page shows and those that are selected on it. A selection is either some rows,
 * across pages, or all that are loaded: then nobody holds a list of them, and a command names them
 * by the filter.
 */
public class RecordTable implements TableSource<SyncRecordRow> {

  private static final long serialVersionUID = 1L;

  /** Rows that may be selected on other pages than the one that is shown. */
  private static final int REMEMBERED_ROWS = 500;

  /** What is to be shown now; asked for each time. */
  public interface Loading extends Supplier<RecordLoading>, Serializable {}

  private final SyncRecordList list;
  private final StoreDocuments documents;
  private final Loading loading;
  private final Map<String, SyncRecordRow> remembered = new LinkedHashMap<>();
  private final Map<Long, PairLinks> links = new LinkedHashMap<>();
  private List<SyncRecordRow> selected = new ArrayList<>();
  private boolean allSelected;
  private Counted counted;

  /**
   * What was counted.
   *
   * @param found those that were found within texts until they are shown; null if they are not few
   * @param shown whether the table was shown since: the next time it is counted anew
   */
  private record Counted(RecordFilter filter, RecordCount count, List<Long> found, boolean shown)
      implements Serializable {

    Counted afterShowing() {
      return new Counted(filter, count, null, true);
    }

    RecordFilter toBeShown() {
      return found == null ? filter : RecordFilter.of(found);
    }
  }

  public RecordTable(SyncRecordList list, StoreDocuments documents, Loading loading) {
    this.list = list;
    this.documents = documents;
    this.loading = loading;
  }

  @Override
  public long count(Map<String, Object> filters) {
    if (counted != null && counted.shown()) {
      recount();
    }
    return getLoaded();
  }

  @Override
  public List<SyncRecordRow> rows(TableRequest request) {
    RecordLoading now = loading.get();
    Counted matching = counted(now.filter());
    List<RecordSort> asked = request.sorts().stream().map(RecordTable::sort).toList();
    List<RecordSort> sorts = asked.isEmpty() ? now.standardOrder() : asked;
    List<SyncRecordRow> rows =
        now.limit()
            .map(rowLimit -> pageOfLoaded(matching, rowLimit, sorts, request))
            .orElseGet(() -> page(matching, sorts, request));
    counted = matching.afterShowing();
    remember(rows);
    return rows;
  }

  private List<SyncRecordRow> pageOfLoaded(
      Counted matching, int rowLimit, List<RecordSort> sorts, TableRequest request) {
    return list.pageOfLoaded(
        matching.toBeShown(), rowLimit, sorts, request.first(), request.size());
  }

  private List<SyncRecordRow> page(Counted matching, List<RecordSort> sorts, TableRequest request) {
    return list.page(
        matching.toBeShown(), sorts, request.first(), request.size(), matching.count());
  }

  private static RecordSort sort(TableSort sort) {
    return new RecordSort(RecordSort.Column.of(sort.field()), sort.ascending());
  }

  private void remember(List<SyncRecordRow> rows) {
    rows.forEach(row -> remembered.put(String.valueOf(row.id()), row));
    var oldest = remembered.keySet().iterator();
    for (int tooMany = remembered.size() - REMEMBERED_ROWS; tooMany > 0; tooMany--) {
      oldest.next();
      oldest.remove();
    }
    links.clear();
    Map<DocumentPair, PairLinks> found =
        documents.links(rows.stream().map(SyncRecordRow::pair).distinct().toList());
    rows.forEach(row -> links.put(row.id(), found.getOrDefault(row.pair(), PairLinks.NONE)));
  }

  @Override
  public Optional<SyncRecordRow> row(String key) {
    return Optional.ofNullable(remembered.get(key)).or(() -> list.find(Long.parseLong(key)));
  }

  /** Where the documents of a row that is shown can be looked at. */
  public PairLinks links(SyncRecordRow row) {
    return links.getOrDefault(row.id(), PairLinks.NONE);
  }

  private RecordCount matching() {
    return counted(loading.get().filter()).count();
  }

  private Counted counted(RecordFilter filter) {
    Counted last = counted;
    if (last != null && last.filter().equals(filter)) {
      return last;
    }
    List<Long> few = list.foundInTexts(filter).orElse(null);
    RecordCount count = few == null ? list.count(filter) : RecordCount.of(few.size());
    Counted now = new Counted(filter, count, few, false);
    counted = now;
    return now;
  }

  /** How many records match, whatever the limit; if there are {@link #isMore}, only some. */
  public long getMatching() {
    return matching().counted();
  }

  /** Whether more match than were counted. */
  public boolean isMore() {
    return matching().more();
  }

  /** Whether more are loaded than were counted. */
  public boolean isMoreLoaded() {
    return isMore() && loading.get().limit().isEmpty();
  }

  /** Whether more are selected than were counted. */
  public boolean isMoreSelected() {
    return allSelected && isMoreLoaded();
  }

  /** How many records are loaded: what "all" means. */
  public long getLoaded() {
    return loading.get().loaded(matching());
  }

  /** Something changed that decides what is loaded: nothing is selected any more. */
  public void reload() {
    recount();
    selectNone();
  }

  /** Records changed: they are counted again, the selection stays. */
  public void recount() {
    counted = null;
  }

  public void selectAll() {
    allSelected = true;
    selected = new ArrayList<>();
  }

  public void selectNone() {
    allSelected = false;
    selected = new ArrayList<>();
  }

  public boolean isAllSelected() {
    return allSelected;
  }

  public boolean isNothingSelected() {
    return getSelectedCount() == 0;
  }

  public long getSelectedCount() {
    return allSelected ? getLoaded() : selected.size();
  }

  /** The record, if exactly one is selected. */
  public Optional<SyncRecordRow> onlySelected() {
    return !allSelected && selected.size() == 1 ? Optional.of(selected.get(0)) : Optional.empty();
  }

  /** The selected records; a command on them has the limit of {@link #selectedLimit}. */
  public RecordFilter selectedFilter() {
    return allSelected
        ? loadedFilter()
        : RecordFilter.of(selected.stream().map(SyncRecordRow::id).toList());
  }

  /** All that are loaded, for a command on them. */
  public RecordFilter loadedFilter() {
    return list.withFixedEnd(loading.get().filter());
  }

  public Optional<Integer> selectedLimit() {
    return allSelected ? loading.get().limit() : Optional.empty();
  }

  public List<SyncRecordRow> getSelected() {
    return selected;
  }

  public void setSelected(List<SyncRecordRow> rows) {
    if (!allSelected) {
      selected = rows == null ? new ArrayList<>() : new ArrayList<>(rows);
    }
  }
}
