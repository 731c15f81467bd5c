package org.storesync.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.storesync.connector.DocumentId;
import org.storesync.connector.UnreadableDocument;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.coupon.Coupon;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;

/**
 * Records in the database, each of a coupon of its own in one store, for the cells of the tables.
 */
@ApplicationScoped
class StoredRecords {

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Instant STARTED = Instant.parse("2026-11-24T12:00:00Z");
  private static final Pattern TEXT = Pattern.compile("\"text\": ?\"([^\"]*)\"");

  @Inject private ExtensionStores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private SyncRecords records;
  @Inject private RecordClaims claims;
  @Inject private SyncRecordList list;
  @Inject private SyncRecordActions actions;

  private ExtensionStore store;

  /** A record that is not there yet. */
  synchronized TriedRecord next() {
    if (store == null) {
      store = stores.withLedger();
    }
    return new StoredRecord(NUMBERS.incrementAndGet(), store.entity(ExtensionStore.PAPER).id());
  }

  private final class StoredRecord implements TriedRecord {

    private final String suffix;
    private final long storeEntityId;
    private final String claim;
    private ClaimedRecord claimed;

    StoredRecord(long number, long storeEntityId) {
      this.suffix = "-" + number;
      this.storeEntityId = storeEntityId;
      this.claim = "0:cell" + number;
    }

    private StoreEntity entity() {
      return storeEntities.find(storeEntityId).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private EntityKind<Coupon> kind() {
      return (EntityKind<Coupon>) kinds.find(ExtensionStore.PAPER).orElseThrow();
    }

    private Optional<SyncRecordRow> row() {
      return list
          .page(
              RecordFilter.all()
                  .withStoreEntity(storeEntityId)
                  .withTexts(ID + suffix, null, null, null),
              List.of(),
              0,
              10)
          .stream()
          .filter(row -> row.externalId().equals(ID + suffix))
          .findFirst();
    }

    @Override
    public void found(PrepareMode mode, Coupon coupon) {
      Coupon mine =
          new Coupon(
              new DocumentId(coupon.id() + suffix),
              coupon.modified(),
              coupon.form(),
              coupon.state(),
              coupon.text(),
              coupon.value());
      records.offer(entity(), kind(), mode, List.of(mine), List.of());
    }

    @Override
    public void unreadable(PrepareMode mode) {
      records.offer(
          entity(),
          kind(),
          mode,
          List.of(),
          List.of(new UnreadableDocument(new DocumentId(ID + suffix), "It is torn.")));
    }

    @Override
    public void claimed() {
      List<Long> ids = claims.claimThese(List.of(row().orElseThrow().id()), claim);
      claimed = records.load(ids).get(0);
    }

    @Override
    public void finished(ProcessOutcome outcome) {
      ProcessOutcome mine =
          outcome instanceof ProcessOutcome.Synchronized done
              ? new ProcessOutcome.Synchronized(
                  new DocumentId(done.targetId() + suffix), done.operation())
              : outcome;
      records.finish(
          claim, 0, List.of(new FinishedRecord(claimed, mine, STARTED, Duration.ofMillis(5))));
    }

    @Override
    public void cutOff() {
      claims.release(0, "cell" + suffix.substring(1));
    }

    @Override
    public CommandResult does(RecordCommand command) {
      return actions.perform(
          command, RecordFilter.of(List.of(row().orElseThrow().id())), Optional.empty());
    }

    @Override
    public Look look() {
      return row().map(this::look).orElse(Look.GONE);
    }

    private Look look(SyncRecordRow row) {
      return new Look(
          true,
          row.status(),
          row.attempts(),
          row.localId() == null
              ? null
              : row.localId().substring(0, row.localId().length() - suffix.length()),
          list.payload(row.id()).map(StoredRecords::text).orElse(null),
          row.lastOperation(),
          row.lastMessage(),
          row.changedSinceSkipped(),
          row.nextAttempt() != null);
    }
  }

  private static String text(String payload) {
    Matcher matcher = TEXT.matcher(payload);
    return matcher.find() ? matcher.group(1) : null;
  }
}
