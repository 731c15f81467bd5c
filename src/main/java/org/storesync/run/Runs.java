package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditTrail;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.record.RunRecords;

/** The runs: queued, at work, and ended. */
@Stateless
public class Runs {

  private static final Set<RunState> ACTIVE = EnumSet.of(RunState.QUEUED, RunState.RUNNING);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Event<RunQueued> queued;
  @Inject private Event<RunEnded> ended;
  @Inject private RunRecords runRecords;
  @Inject private RunSubjects subjects;
  @Inject private AuditTrail audit;

  public Optional<Run> find(long id) {
    return Optional.ofNullable(entities.find(Run.class, id));
  }

  /** The run, locked until the transaction ends. */
  public Run lock(long id) {
    Run run = entities.find(Run.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (run == null) {
      throw new IllegalArgumentException("There is no run " + id);
    }
    return run;
  }

  /**
   * Queues runs that were started together.
   *
   * @param together lists of runs that share one read
   */
  public void queue(List<List<Run>> together) {
    List<Run> all = together.stream().flatMap(List::stream).toList();
    all.forEach(entities::persist);
    for (List<Run> shared : together) {
      shared.forEach(run -> run.follow(shared.get(0).id()));
    }
    all.forEach(run -> run.joinGroup(all.get(0).id()));
    all.forEach(run -> queued.fire(new RunQueued(run.id())));
  }

  /** Queues one run. */
  public void queue(Run run) {
    queue(List.of(List.of(run)));
  }

  /** Queues one run into the group of another. */
  public void queueInto(long groupId, Run run) {
    entities.persist(run);
    run.joinGroup(groupId);
    queued.fire(new RunQueued(run.id()));
  }

  /** Writes what is pending, so that native statements of the same transaction see it. */
  public void flush() {
    entities.flush();
  }

  /** An active prepare run of this entity that does the very same. */
  public Optional<Run> findSame(long storeEntityId, PrepareMode mode, DateRange range) {
    return activePrepares(storeEntityId).stream()
        .filter(run -> run.mode() == mode && run.range().equals(range) && !run.stopRequested())
        .findFirst();
  }

  private List<Run> activePrepares(long storeEntityId) {
    return entities
        .createQuery(
            "select r from Run r where r.storeEntityId = :entity and r.kind = :kind"
                + " and r.state in :active order by r.id",
            Run.class)
        .setParameter("entity", storeEntityId)
        .setParameter("kind", RunKind.PREPARE)
        .setParameter("active", ACTIVE)
        .getResultList();
  }

  /** The runs that still share the read of this one, locked, in their order. */
  public List<Run> lockSharing(long leaderId) {
    return entities
        .createQuery(
            "select r from Run r where r.leaderId = :leader and r.state in :active order by r.id",
            Run.class)
        .setParameter("leader", leaderId)
        .setParameter("active", ACTIVE)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** All runs that ever shared the read of this one. */
  public List<Run> sharing(long leaderId) {
    return entities
        .createQuery("select r from Run r where r.leaderId = :leader order by r.id", Run.class)
        .setParameter("leader", leaderId)
        .getResultList();
  }

  /** The last prepare run of this entity that has ended. */
  public Optional<Run> lastEndedPrepare(long storeEntityId) {
    return entities
        .createQuery(
            "select r from Run r where r.storeEntityId = :entity and r.kind = :kind"
                + " and r.state not in :active order by r.id desc",
            Run.class)
        .setParameter("entity", storeEntityId)
        .setParameter("kind", RunKind.PREPARE)
        .setParameter("active", ACTIVE)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The run could work through its selection. */
  public void succeed(Run run) {
    run.succeed(clock.instant());
    ended.fire(RunEnded.of(run));
  }

  /**
   * The run can't work.
   *
   * @param why a sentence for people
   */
  public void fail(Run run, String why) {
    run.fail(why, clock.instant());
    ended.fire(RunEnded.of(run));
  }

  /** The run ends because a person wants it to. */
  public void stop(Run run) {
    run.stop(clock.instant());
    ended.fire(RunEnded.of(run));
  }

  /**
   * Asks a run to stop: a queued one that nobody works on ends at once, a running one at its next
   * page or chunk.
   *
   * @return false if it had ended already
   */
  public boolean requestStop(long id) {
    Run run = lock(id);
    if (!run.state().active()) {
      return false;
    }
    if (run.stopRequested()) {
      return true;
    }
    if (run.state() == RunState.QUEUED) {
      runRecords.clear(id);
      stop(run);
    } else {
      run.requestStop(clock.instant());
      queued.fire(new RunQueued(run.leaderId()));
    }
    audit.record(AuditAction.RUN_STOPPED, subjects.of(run), AuditChanges.none());
    return true;
  }
}
