package org.storesync.record;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says along which indexes the records of a filter are found in an order. */
final class RecordWalks {

  /** Planning a statement of many more takes longer than it saves. */
  private static final int MOST_BRANCHES = 64;

  private final RecordFilter filter;
  private final boolean findFirst;
  private final List<RecordEntity> entities;

  /** Those that are meant; empty: all there are. */
  private final List<Long> meant;

  /**
   * @param known all entities of all stores
   * @param findFirst whether they are to be found first and sorted afterwards, because counting
   *     them told that they are not many
   */
  RecordWalks(RecordFilter filter, Collection<RecordEntity> known, boolean findFirst) {
    this.filter = filter;
    this.findFirst = findFirst;
    this.entities = known.stream().filter(filter::means).toList();
    this.meant = entities.size() == known.size() ? List.of() : ids(entities);
  }

  private static List<Long> ids(List<RecordEntity> some) {
    return some.stream().map(RecordEntity::id).toList();
  }

  /** The records in loading order (domain section 3): entities one after the other. */
  List<RecordWalk> loading() {
    return entities.stream()
        .collect(Collectors.groupingBy(RecordEntity::syncOrder, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(together -> walk(ids(together), RecordSort.LEAST_RECENTLY_ATTEMPTED))
        .toList();
  }

  /** The records in an order that a person chose; nothing to walk if no entity is meant. */
  List<RecordWalk> sorted(List<RecordSort> sorts) {
    return entities.isEmpty() ? List.of() : List.of(walk(meant, sorts));
  }

  /** The records in no order, to be counted. */
  Optional<RecordWalk> unsorted() {
    return entities.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordWalk(List.of(branch(filter, meant)), List.of(), false));
  }

  private RecordWalk walk(List<Long> together, List<RecordSort> sorts) {
    List<RecordSort> total = RecordSort.total(sorts);
    // What is looked for narrows the records down more than the order of an index could help.
    List<RecordWalk.Branch> split =
        findFirst || filter.searches() || sorts.size() > 1
            ? List.of()
            : branches(together, total.get(0).column());
    boolean merged = !split.isEmpty() && split.size() <= MOST_BRANCHES;
    return new RecordWalk(merged ? split : List.of(branch(filter, together)), total, findFirst);
  }

  private RecordWalk.Branch branch(RecordFilter part, List<Long> together) {
    return new RecordWalk.Branch(part, together, meant);
  }

  /** Empty: one branch is best. */
  private List<RecordWalk.Branch> branches(List<Long> together, RecordSort.Column column) {
    return switch (column) {
      case NUMBER -> byStatus(together);
      case EXTERNAL_ID, STATUS -> byEntity(filter, together);
      case LAST_ATTEMPT -> isReadyOnly() ? byStatus(allOr(together)) : List.of();
      case LOCAL_ID, EXTERNALLY_MODIFIED, LATEST_SHIP_DATE -> List.of();
    };
  }

  private List<Long> allOr(List<Long> together) {
    return together.isEmpty() ? ids(entities) : together;
  }

  private boolean isReadyOnly() {
    return !filter.statuses().isEmpty()
        && SyncStatus.readyToProcess().containsAll(filter.statuses());
  }

  private List<RecordWalk.Branch> byEntity(RecordFilter part, List<Long> together) {
    return together.isEmpty()
        ? List.of(branch(part, together))
        : together.stream().map(id -> branch(part, List.of(id))).toList();
  }

  private List<RecordWalk.Branch> byStatus(List<Long> together) {
    if (together.isEmpty() && filter.statuses().isEmpty()) {
      return List.of();
    }
    Set<SyncStatus> statuses =
        filter.statuses().isEmpty() ? EnumSet.allOf(SyncStatus.class) : filter.statuses();
    return statuses.stream()
        .flatMap(status -> byEntity(filter.withStatuses(Set.of(status)), together).stream())
        .toList();
  }
}
