package org.storesync.run;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;

/**
 * Where an operator starts and stops runs: {@link ProcessRuns}, {@link CommandRuns}, {@link
 * PrepareRuns} and {@link Runs} behind the role. Each run remembers who was signed in.
 */
@Stateless
@RolesAllowed("operator")
public class RunDesk {

  @Resource private SessionContext session;
  @Inject private ProcessRuns processRuns;
  @Inject private CommandRuns commandRuns;
  @Inject private PrepareRuns prepareRuns;
  @Inject private Runs runs;
  @Inject private StoreEntities storeEntities;
  @Inject private Clock clock;

  /** See {@link ProcessRuns#queue}. */
  public long process(
      long storeId,
      Optional<Long> storeEntityId,
      RecordFilter records,
      Optional<Integer> limit,
      boolean forced) {
    return processRuns.queue(storeId, storeEntityId, records, limit, forced, caller());
  }

  /** See {@link CommandRuns#queue}. */
  public long command(
      RecordCommand command,
      long storeId,
      Optional<Long> storeEntityId,
      RecordFilter records,
      Optional<Integer> limit) {
    return commandRuns.queue(command, storeId, storeEntityId, records, limit, caller());
  }

  /**
   * Reads what changed since the last time, of one entity.
   *
   * @return the number of the run that does it: perhaps one that is at work already
   */
  public long prepareIncremental(long storeEntityId) {
    StoreEntity entity =
        storeEntities
            .find(storeEntityId)
            .orElseThrow(() -> new IllegalArgumentException("There is no entity " + storeEntityId));
    Run run =
        Run.prepare(
            entity.storeId(),
            storeEntityId,
            PrepareMode.INCREMENTAL,
            DateRange.open(),
            false,
            caller(),
            clock.instant());
    return prepareRuns.queue(List.of(List.of(run))).get(0);
  }

  /** See {@link Runs#requestStop}. */
  public boolean stop(long runId) {
    return runs.requestStop(runId);
  }

  private Starter caller() {
    return Starter.person(session.getCallerPrincipal().getName());
  }
}
