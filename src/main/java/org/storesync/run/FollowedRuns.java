package org.storesync.run;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The process and command runs that a page shows: those of its store that are at work, whoever
 * started them, and those that ended while it was open, until they are dismissed.
 */
public class FollowedRuns implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int AT_MOST = 10;

  private final RunList list;
  private final Set<Long> seen = new LinkedHashSet<>();
  private final Set<Long> dismissed = new LinkedHashSet<>();
  private List<RunRow> shown = List.of();

  public FollowedRuns(RunList list) {
    this.list = list;
  }

  /** Shows this run too, also after its end. */
  public void add(long runId) {
    seen.add(runId);
  }

  /** Forgets everything: another store is looked at. */
  public void clear() {
    seen.clear();
    dismissed.clear();
    shown = List.of();
  }

  /**
   * Reads how far they are, and which others of this store are at work.
   *
   * @return whether one ended since the last look
   */
  public boolean look(long storeId) {
    list.page(RunFilter.atWork().withStore(storeId), 0, AT_MOST).stream()
        .filter(RunRow::hasList)
        .forEach(run -> seen.add(run.id()));
    return look();
  }

  /**
   * Reads how far they are.
   *
   * @return whether one ended since the last look
   */
  public boolean look() {
    Set<Long> atWorkBefore = atWork(shown);
    shown =
        seen.stream()
            .filter(id -> !dismissed.contains(id))
            .flatMap(id -> list.find(id).stream())
            .toList();
    return !atWork(shown).containsAll(atWorkBefore);
  }

  private static Set<Long> atWork(List<RunRow> runs) {
    return runs.stream().filter(RunRow::active).map(RunRow::id).collect(Collectors.toSet());
  }

  public void dismiss(long runId) {
    dismissed.add(runId);
    shown = shown.stream().filter(run -> run.id() != runId).toList();
  }

  public List<RunRow> getShown() {
    return shown;
  }

  /** Whether this run is at work. */
  public boolean isAtWork(long runId) {
    return shown.stream().anyMatch(run -> run.id() == runId && run.active());
  }

  /** A run at work that this person started, if there is one. */
  public Optional<Long> startedBy(String userName) {
    return shown.stream()
        .filter(run -> run.active() && run.startedBy().equals(userName))
        .map(RunRow::id)
        .findFirst();
  }
}
