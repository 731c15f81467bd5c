package org.storesync.prepare;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Connectors;
import org.storesync.connector.Document;
import org.storesync.connector.EntitySource;
import org.storesync.connector.Side;
import org.storesync.connector.SourcePage;
import org.storesync.connector.StoreAccess;
import org.storesync.kind.Direction;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.text.RoomTexts;
import org.storesync.run.Run;
import org.storesync.run.RunKind;
import org.storesync.run.RunTicket;
import org.storesync.run.RunWork;
import org.storesync.run.Runs;
import org.storesync.run.SignInRefusals;
import org.storesync.run.SystemOutage;
import org.storesync.run.SystemOutages;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/**
 * Stage 1. Asks the source for page after page and has each one stored, until there is no further
 * page, the quota is used up, somebody stops it, or the source fails. Holds no transaction, and no
 * database connection while the source answers.
 */
@Stateless
@Local(RunWork.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Preparer implements RunWork {

  private static final RoomTexts TEXTS = RoomTexts.of(Preparer.class);
  private static final int MAX_RETRIES = 5;
  private static final int MAX_RESTARTS = 3;

  @Inject private Runs runs;
  @Inject private StoreEntities storeEntities;
  @Inject private Stores stores;
  @Inject private EntityKinds kinds;
  @Inject private Connectors connectors;
  @Inject private PreparedPages pages;
  @Inject private SystemOutages outages;
  @Inject private SignInRefusals refusals;

  @Override
  public RunKind kind() {
    return RunKind.PREPARE;
  }

  /** Pages follow each other: one worker reads. */
  @Override
  public int workersFor(Run run) {
    return 1;
  }

  @Override
  public void perform(RunTicket ticket) {
    Run run = runs.find(ticket.runId()).orElseThrow();
    StoreEntity entity = storeEntities.find(run.storeEntityId().orElseThrow()).orElseThrow();
    Optional<EntityKind<?>> kind = kinds.find(entity.kind());
    if (kind.isEmpty()) {
      pages.fail(ticket, TEXTS.recorded("kindGone", entity.kind()));
      return;
    }
    perform(ticket, run, stores.find(run.storeId()).orElseThrow(), kind.get());
  }

  @Override
  public void fail(RunTicket ticket, String reason) {
    pages.fail(ticket, reason);
  }

  private <D extends Document> void perform(
      RunTicket ticket, Run run, Store store, EntityKind<D> kind) {
    Direction direction = kind.direction();
    Optional<EntitySource<D>> source =
        connectors.source(store.system(direction.source()), kind.documentClass());
    if (source.isEmpty()) {
      pages.fail(
          ticket, TEXTS.recorded("noSource", store.name(), store.system(direction.source())));
      return;
    }
    boolean unattended = run.starter().unattended();
    Optional<SystemOutage> outage =
        unattended ? outages.waitFor(store.id(), direction.source()) : Optional.empty();
    if (outage.isPresent()) {
      waitFor(ticket, outage.get());
      return;
    }
    try {
      read(
          ticket,
          source.get(),
          store.access(direction.source()).unattended(unattended),
          direction.source());
    } catch (ConnectorFailure.RetryLater down) {
      waitOrGiveUp(ticket, store, direction.source(), down, unattended);
    } catch (ConnectorFailure failure) {
      noteRefusal(store, direction.source(), failure);
      give(ticket, failure);
    }
  }

  /** It can't put itself right: people hear of it until the system answers again. */
  private void noteRefusal(Store store, Side side, ConnectorFailure failure) {
    if (failure instanceof ConnectorFailure.SignInLost) {
      refusals.note(store.id(), side, failure.getMessage());
    }
  }

  private <D extends Document> void read(
      RunTicket ticket, EntitySource<D> source, StoreAccess access, Side side) {
    Optional<Preparation> standing = pages.begin(ticket, source.limits(access));
    boolean answered = false;
    while (standing.isPresent() && !ticket.yielding().getAsBoolean()) {
      standing = step(ticket, source, access, standing.get());
      if (!answered) {
        outages.noteSuccess(access.storeId(), side);
        answered = true;
      }
    }
  }

  private <D extends Document> Optional<Preparation> step(
      RunTicket ticket, EntitySource<D> source, StoreAccess access, Preparation standing) {
    SourcePage<D> page;
    try {
      page = source.changes(access, standing.window(), standing.cursor());
    } catch (ConnectorFailure.CursorExpired expired) {
      if (pages.retries(ticket) >= MAX_RESTARTS) {
        throw expired;
      }
      return pages.restart(ticket);
    }
    return pages.store(ticket, page);
  }

  /** What a failure of the source means for the runs. */
  private void give(RunTicket ticket, ConnectorFailure failure) {
    if (failure instanceof ConnectorFailure.QuotaUsedUp quota) {
      pages.waitFor(ticket, quota.delay(), quota.getMessage(), false);
    } else {
      pages.fail(ticket, failure.getMessage());
    }
  }

  /** A source that does not answer is asked again soon; when that is of no use, it is down. */
  private void waitOrGiveUp(
      RunTicket ticket,
      Store store,
      Side side,
      ConnectorFailure.RetryLater failure,
      boolean unattended) {
    boolean knownToBeDown = unattended && outages.find(store.id(), side).isPresent();
    if (!knownToBeDown && pages.retries(ticket) < MAX_RETRIES) {
      pages.waitFor(ticket, atLeastASecond(failure.delay()), failure.getMessage(), true);
      return;
    }
    SystemOutage outage = outages.noteFailure(store.id(), side, failure.getMessage());
    if (unattended) {
      waitFor(ticket, outage);
    } else {
      pages.fail(ticket, failure.getMessage());
    }
  }

  private void waitFor(RunTicket ticket, SystemOutage outage) {
    pages.waitUntil(ticket, outage.nextTryAt(), outage.words());
  }

  private static Duration atLeastASecond(Duration delay) {
    return delay.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : delay;
  }
}
