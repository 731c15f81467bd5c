package org.storesync.prepare;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.SourcePage;
import org.storesync.connector.TimeWindow;
import org.storesync.connector.UnreadableDocument;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PlannedWindow;
import org.storesync.kind.RangeRefused;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.OfferCounts;
import org.storesync.record.SyncRecords;
import org.storesync.run.ProcessRuns;
import org.storesync.run.Run;
import org.storesync.run.RunState;
import org.storesync.run.RunTicket;
import org.storesync.run.RunWorkers;
import org.storesync.run.Runs;

/**
 * Commits what a preparation has read: each page, the checkpoint and, at the end, baseline and end
 * of the run, in one transaction each. Every method makes sure first that the worker still holds
 * the run.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PreparedPages {

  private static final RoomTexts TEXTS = RoomTexts.of(PreparedPages.class);
  private static final Set<RunState> CUT_OFF = EnumSet.of(RunState.FAILED, RunState.STOPPED);

  @Inject private Runs runs;
  @Inject private RunWorkers workers;
  @Inject private ProcessRuns processRuns;
  @Inject private SyncRecords records;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private Clock clock;

  /**
   * Begins, or goes on at the checkpoint of whoever worked on it before.
   *
   * @param limits what the source can be asked for now
   * @return where to read on; absent if no run is left to work for
   */
  public Optional<Preparation> begin(RunTicket ticket, SourceLimits limits) {
    workers.require(ticket);
    List<Run> sharing = stillWanted(ticket);
    if (sharing.isEmpty()) {
      return Optional.empty();
    }
    if (sharing.get(0).plan().isEmpty()) {
      plan(ticket, sharing, limits);
    } else {
      sharing.forEach(run -> run.begin(clock.instant()));
    }
    return standing(ticket);
  }

  /** The runs that share the read, without those that a person has stopped. */
  private List<Run> stillWanted(RunTicket ticket) {
    List<Run> sharing = runs.lockSharing(ticket.runId());
    stopUnwanted(sharing);
    return sharing.stream().filter(run -> run.state().active()).toList();
  }

  private void stopUnwanted(List<Run> sharing) {
    sharing.stream().filter(run -> run.state().active() && run.stopRequested()).forEach(runs::stop);
  }

  private Optional<Preparation> standing(RunTicket ticket) {
    List<Run> sharing =
        runs.lockSharing(ticket.runId()).stream().filter(run -> run.plan().isPresent()).toList();
    if (sharing.isEmpty()) {
      return Optional.empty();
    }
    Run leader = runs.lock(ticket.runId());
    return Optional.of(
        new Preparation(
            sharing.get(0).readWindow(),
            leader.cursor(),
            sharing.stream().map(run -> run.storeEntityId().orElseThrow()).toList()));
  }

  private void plan(RunTicket ticket, List<Run> sharing, SourceLimits limits) {
    Instant now = clock.instant();
    Optional<Run> cutOff = cutOff(sharing, limits, now);
    if (cutOff.isPresent()) {
      continueCutOff(ticket, sharing, cutOff.get(), now);
      return;
    }
    Map<Run, PlannedWindow> plans = new LinkedHashMap<>();
    for (Run run : sharing) {
      try {
        plans.put(run, entity(run).windowFor(run.mode(), run.range(), limits, now));
      } catch (RangeRefused refused) {
        runs.fail(run, PreparePlanner.words(refused, RoomTexts.RECORDED, java.time.ZoneOffset.UTC));
      }
    }
    plans.values().stream()
        .map(PlannedWindow::window)
        .reduce(TimeWindow::union)
        .ifPresent(
            read ->
                plans.forEach((run, plan) -> run.plan(plan, read, entity(run).baseline(), now)));
  }

  /**
   * The first of an earlier set of runs of exactly these entities in the same modes and ranges that
   * was cut off, if its cursor still lives and nothing was read since.
   */
  private Optional<Run> cutOff(List<Run> sharing, SourceLimits limits, Instant now) {
    Optional<Run> last = runs.lastEndedPrepare(sharing.get(0).storeEntityId().orElseThrow());
    Optional<Run> leader = last.flatMap(run -> runs.find(run.leaderId()));
    boolean cursorLives =
        leader
            .filter(run -> run.cursor().isPresent())
            .flatMap(Run::cursorAt)
            .filter(at -> at.plus(limits.cursorLifetime()).isAfter(now))
            .isPresent();
    if (!cursorLives) {
      return Optional.empty();
    }
    List<Run> earlier = runs.sharing(leader.get().id());
    return stoodTogether(earlier) && sameSelection(earlier, sharing) ? leader : Optional.empty();
  }

  /** Where one of them was stopped before the others, the cursor is further than it had read. */
  private static boolean stoodTogether(List<Run> earlier) {
    return earlier.stream().map(Run::pages).distinct().count() == 1;
  }

  private boolean sameSelection(List<Run> earlier, List<Run> now) {
    return earlier.size() == now.size()
        && now.stream()
            .allMatch(run -> earlier.stream().anyMatch(before -> continuesSame(before, run)));
  }

  private boolean continuesSame(Run before, Run run) {
    return before.storeEntityId().equals(run.storeEntityId())
        && CUT_OFF.contains(before.state())
        && before.mode() == run.mode()
        && before.range().equals(run.range())
        && before.plan().isPresent()
        && before.baselineBefore().equals(entity(run).baseline())
        && runs.lastEndedPrepare(run.storeEntityId().orElseThrow())
            .filter(last -> last.id().equals(before.id()))
            .isPresent();
  }

  private void continueCutOff(RunTicket ticket, List<Run> sharing, Run leaderBefore, Instant now) {
    List<Run> earlier = runs.sharing(leaderBefore.id());
    for (Run run : sharing) {
      earlier.stream()
          .filter(before -> before.storeEntityId().equals(run.storeEntityId()))
          .findFirst()
          .ifPresent(before -> run.continueFrom(before, now));
    }
    runs.lock(ticket.runId())
        .checkpoint(leaderBefore.cursor(), leaderBefore.cursorAt().orElse(now));
  }

  /**
   * Stores one page for every run that shares the read.
   *
   * @return where to read on; absent after the last page, or if no run is left
   */
  public Optional<Preparation> store(RunTicket ticket, SourcePage<?> page) {
    workers.require(ticket);
    Instant now = clock.instant();
    // Also for those that are to stop: the page is here, and the checkpoint goes past it.
    List<Run> sharing = runs.lockSharing(ticket.runId());
    Run leader = runs.lock(ticket.runId());
    leader.called(1);
    Map<Long, List<UnreadableDocument>> unreadable = dealOut(sharing, page.unreadable());
    // Records are locked in the order of their entities, as everywhere.
    sharing.stream()
        .sorted(Comparator.comparing(PreparedPages::entityId))
        .forEach(
            run ->
                run.pageStored(
                    offer(run, page, unreadable.getOrDefault(entityId(run), List.of())), now));
    leader.checkpoint(page.next(), now);
    if (page.next().isEmpty()) {
      sharing.forEach(run -> finish(run, now));
      return Optional.empty();
    }
    stopUnwanted(sharing);
    return standing(ticket);
  }

  /**
   * Nobody can tell which entity an unreadable document belongs to: the one that knows it already
   * records it, else the first.
   */
  private Map<Long, List<UnreadableDocument>> dealOut(
      List<Run> sharing, List<UnreadableDocument> unreadable) {
    Map<Long, List<UnreadableDocument>> dealt = new HashMap<>();
    if (unreadable.isEmpty() || sharing.isEmpty()) {
      return dealt;
    }
    List<Long> entities = sharing.stream().map(PreparedPages::entityId).toList();
    Side source = kind(sharing.get(0)).direction().source();
    Map<DocumentId, Long> owners =
        records.owners(entities, source, unreadable.stream().map(UnreadableDocument::id).toList());
    for (UnreadableDocument document : unreadable) {
      dealt
          .computeIfAbsent(
              owners.getOrDefault(document.id(), entities.get(0)), id -> new ArrayList<>())
          .add(document);
    }
    return dealt;
  }

  private static long entityId(Run run) {
    return run.storeEntityId().orElseThrow();
  }

  private EntityKind<?> kind(Run run) {
    return kinds.find(entity(run).kind()).orElseThrow();
  }

  private OfferCounts offer(Run run, SourcePage<?> page, List<UnreadableDocument> unreadable) {
    return offer(run, entity(run), kind(run), page, unreadable);
  }

  private <D extends Document> OfferCounts offer(
      Run run,
      StoreEntity entity,
      EntityKind<D> kind,
      SourcePage<?> page,
      List<UnreadableDocument> unreadable) {
    PlannedWindow plan = run.plan().orElseThrow();
    Map<Boolean, List<D>> taken =
        page.documents().stream()
            .map(kind.documentClass()::cast)
            .filter(document -> document.modified().map(plan.window()::contains).orElse(true))
            .collect(Collectors.partitioningBy(kind::takes));
    records.forgetUnread(entity.id(), taken.get(false).stream().map(Document::id).toList());
    return records.offer(entity, kind, plan.mode(), taken.get(true), unreadable);
  }

  private void finish(Run run, Instant now) {
    StoreEntity entity = storeEntities.lock(List.of(run.storeEntityId().orElseThrow())).get(0);
    entity.prepared(run.plan().orElseThrow(), run.range(), now);
    runs.succeed(run);
    if (run.thenProcess()) {
      processRuns.queueAfter(run);
    }
  }

  /** The source has no quota or is busy: the runs give their worker back and go on later. */
  public void waitFor(RunTicket ticket, Duration delay, String reason, boolean countsAsRetry) {
    waitUntil(ticket, clock.instant().plus(delay), reason);
    if (countsAsRetry) {
      runs.lock(ticket.runId()).countRetry();
    }
  }

  /** The runs give their worker back and go on at this instant. */
  public void waitUntil(RunTicket ticket, Instant due, String reason) {
    workers.require(ticket);
    Instant now = clock.instant();
    stillWanted(ticket).forEach(run -> run.waitUntil(due, reason, now));
  }

  /** How often the read was tried again without having got on. */
  public int retries(RunTicket ticket) {
    return runs.find(ticket.runId()).map(Run::retries).orElse(0);
  }

  /** The source no longer knows the cursor: the window is read from its beginning. */
  public Optional<Preparation> restart(RunTicket ticket) {
    workers.require(ticket);
    runs.lock(ticket.runId()).restartWindow(TEXTS.recorded("restarted"), clock.instant());
    return standing(ticket);
  }

  /** The source can't be read: the runs fail, baselines stay. */
  public void fail(RunTicket ticket, String reason) {
    workers.require(ticket);
    Instant now = clock.instant();
    for (Run run : stillWanted(ticket)) {
      storeEntities
          .lock(List.of(run.storeEntityId().orElseThrow()))
          .forEach(entity -> entity.prepareFailed(reason, now));
      runs.fail(run, reason);
    }
  }

  private StoreEntity entity(Run run) {
    return storeEntities.find(run.storeEntityId().orElseThrow()).orElseThrow();
  }
}
