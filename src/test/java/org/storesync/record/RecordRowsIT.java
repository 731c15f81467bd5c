package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Money;
import org.storesync.connector.Side;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.Verdict;
import org.storesync.platform.database.DatabaseResource;

/** The form of PostgreSQL and the portable one leave the same rows. */
@ArquillianTest
@EnabledIfSystemProperty(named = "storesync.test.database", matches = "postgresql")
class RecordRowsIT {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Instant WHOLE_MINUTE = Instant.parse("2026-11-24T12:00:00Z");
  private static final String AWKWARD =
      "{\"a\", 'b'} \\ null, NULL; \u00e4\u20ac\ud83d\ude00\n\t%s :rows ?";

  @Inject private ExtensionStores stores;
  @Inject private PortableRecordRows portable;
  @Inject private PostgresqlRecordRows postgresql;
  @Inject private RecordClaims claims;
  @Inject private SyncRecords records;
  @Inject private UserTransaction transaction;
  @PersistenceContext private EntityManager entities;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Test
  void both_forms_leave_the_same_records_payloads_and_log() throws Exception {
    ExtensionStore store = stores.withLedger();
    long one = store.entity(ExtensionStore.PAPER).id();
    long other = store.entity(ExtensionStore.DIGITAL).id();

    List<Long> ofOne = insert(portable, one);
    List<Long> ofOther = insert(postgresql, other);

    assertThat(records(other)).hasSize(5).isEqualTo(records(one));
    assertThat(documents(ofOther)).contains(Optional.of(AWKWARD)).isEqualTo(documents(ofOne));
    for (List<Long> ids : List.of(ofOne, ofOther)) {
      assertThat(claimed(postgresql, ids)).hasSize(5).isEqualTo(claimed(portable, ids));
    }

    finish(portable, ofOne.subList(0, 4), "0:portable");
    finish(postgresql, ofOther.subList(0, 4), "0:postgresql");

    assertThat(records(other)).isEqualTo(records(one));
    assertThat(log(other)).hasSize(4).isEqualTo(log(one));
    for (List<Long> ids : List.of(ofOne, ofOther)) {
      assertThat(claimed(postgresql, ids)).hasSize(5).isEqualTo(claimed(portable, ids));
    }
    assertThat(
            store.number(
                "select count(*) from record_claim where record_id in (select id from"
                    + " sync_record where store_entity_id in ("
                    + one
                    + ", "
                    + other
                    + "))"))
        .isZero();
  }

  @Test
  void both_forms_leave_the_same_records_where_all_are_alike() throws Exception {
    ExtensionStore store = stores.withLedger();
    long one = store.entity(ExtensionStore.PAPER).id();
    long other = store.entity(ExtensionStore.DIGITAL).id();
    List<ProcessOutcome> outcomes =
        Stream.of("L-1", "L-2")
            .map(DocumentId::new)
            .<ProcessOutcome>map(
                id -> new ProcessOutcome.Synchronized(id, SyncOperation.INSERTED_LOCALLY))
            .toList();

    for (Map.Entry<Long, RecordRows> form : Map.of(one, portable, other, postgresql).entrySet()) {
      long entity = form.getKey();
      SyncRecord first = found(entity, "R-1", AWKWARD, Verdict.accepted());
      SyncRecord second = found(entity, "R-2", AWKWARD, Verdict.accepted());
      List<Long> ids = insert(form.getValue(), List.of(first, second), Map.of(first, "{}"));
      finish(form.getValue(), ids, "0:alike", outcomes);
    }

    assertThat(records(other)).hasSize(2).isEqualTo(records(one));
    assertThat(log(other)).hasSize(2).isEqualTo(log(one));
  }

  @Test
  void both_forms_pass_over_the_payload_of_a_record_whose_content_was_dropped() throws Exception {
    long entity = stores.withLedger().entity(ExtensionStore.PAPER).id();
    List<Long> ids = insert(postgresql, entity);
    transaction.begin();
    SyncRecord linked = portable.lock(List.of(ids.get(0))).get(0);
    linked.link(new DocumentId("R-9"), new DocumentId("L-9"), true, NOW);
    transaction.commit();

    assertThat(claimed(postgresql, ids)).isEqualTo(claimed(portable, ids));
    assertThat(claimed(postgresql, ids).get(0).document()).isEmpty();
    assertThat(claimed(postgresql, ids).get(1).document()).isPresent();
  }

  @Test
  void records_are_locked_once_each_in_the_order_of_their_numbers() throws Exception {
    long entity = stores.withLedger().entity(ExtensionStore.PAPER).id();
    List<Long> ids = insert(postgresql, entity);
    List<Long> asked = new ArrayList<>(ids);
    asked.add(ids.get(0));
    Collections.reverse(asked);

    transaction.begin();
    List<Long> locked = postgresql.lock(asked).stream().map(SyncRecord::id).toList();
    transaction.commit();

    assertThat(locked).isEqualTo(ids);
  }

  @Test
  void queries_of_many_records_are_planned_each_time() throws Exception {
    List<Long> ids = LongStream.rangeClosed(1, 500).map(n -> 900_000_000L + n).boxed().toList();

    transaction.begin();
    // More often than a driver and PostgreSQL wait before they keep a statement and its plan.
    for (int time = 0; time < 20; time++) {
      postgresql.lock(ids);
    }
    List<Map<String, Object>> plans = new ArrayList<>();
    try (Statement statement = entities.unwrap(Connection.class).createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select custom_plans > 5, generic_plans, current_setting('plan_cache_mode') from"
                    + " pg_prepared_statements where statement like '%lateral%for update) r'")) {
      while (rows.next()) {
        plans.add(
            Map.of(
                "new ones",
                rows.getBoolean(1),
                "kept ones",
                rows.getLong(2),
                "mode",
                rows.getString(3)));
      }
    }
    transaction.commit();

    assertThat(plans).containsExactly(Map.of("new ones", true, "kept ones", 0L, "mode", "auto"));
  }

  /** What a worker gets, in the order of the numbers. */
  private List<ClaimedRecord> claimed(RecordRows form, List<Long> ids) {
    return form.claimed(ids).stream().sorted(Comparator.comparing(ClaimedRecord::id)).toList();
  }

  private List<Long> insert(RecordRows form, long storeEntityId) throws Exception {
    SyncRecord full = found(storeEntityId, "R-1", AWKWARD, Verdict.accepted());
    SyncRecord plain = found(storeEntityId, "R-2", "", Verdict.accepted());
    SyncRecord filtered = found(storeEntityId, "R-3", "x", Verdict.filtered(AWKWARD));
    SyncRecord unread =
        new SyncRecord(storeEntityId, Side.MARKETPLACE, new DocumentId("R-4"), WHOLE_MINUTE);
    unread.unreadable("It is torn.", PrepareMode.FULL, WHOLE_MINUTE);
    SyncRecord changed = found(storeEntityId, "R-5", "x", Verdict.accepted());
    changed.skip(NOW);
    changed.found(
        new FoundDocument(
            new DocumentId("R-5"),
            Optional.of(NOW.plusSeconds(1)),
            "{}",
            "another hash",
            new DocumentSummary("x", Optional.empty(), Optional.empty(), Optional.empty())),
        Verdict.accepted(),
        PrepareMode.INCREMENTAL,
        Side.MARKETPLACE,
        NOW);
    assertThat(changed.changedSinceSkipped()).isTrue();
    Map<SyncRecord, String> documents = new HashMap<>();
    documents.put(full, AWKWARD);
    documents.put(plain, "{}");
    return insert(form, List.of(full, plain, filtered, unread, changed), documents);
  }

  private List<Long> insert(
      RecordRows form, List<SyncRecord> records, Map<SyncRecord, String> documents)
      throws Exception {
    transaction.begin();
    form.insert(records, documents);
    transaction.commit();
    return records.stream().map(SyncRecord::id).toList();
  }

  private static SyncRecord found(
      long storeEntityId, String id, String description, Verdict verdict) {
    boolean full = !description.isEmpty();
    SyncRecord record = new SyncRecord(storeEntityId, Side.MARKETPLACE, new DocumentId(id), NOW);
    record.found(
        new FoundDocument(
            new DocumentId(id),
            full ? Optional.of(NOW) : Optional.empty(),
            "{}",
            "hash of " + id,
            new DocumentSummary(
                description,
                full ? Optional.of(WHOLE_MINUTE) : Optional.empty(),
                full ? Optional.of(NOW) : Optional.empty(),
                full ? Optional.of(new Money(new BigDecimal("12.50"), "EUR")) : Optional.empty())),
        verdict,
        PrepareMode.FULL,
        Side.MARKETPLACE,
        NOW);
    return record;
  }

  private void finish(RecordRows form, List<Long> ids, String claim) throws Exception {
    finish(
        form,
        ids,
        claim,
        List.of(
            new ProcessOutcome.Synchronized(new DocumentId("L-1"), SyncOperation.INSERTED_LOCALLY),
            new ProcessOutcome.Failure(SyncOperation.FAILED_TO_SAVE_LOCALLY, AWKWARD, "Rejected"),
            new ProcessOutcome.Waiting("For another."),
            new ProcessOutcome.Gone("It is gone.")));
  }

  private void finish(RecordRows form, List<Long> ids, String claim, List<ProcessOutcome> outcomes)
      throws Exception {
    claims.claimThese(ids, claim);
    transaction.begin();
    List<SyncRecord> locked = form.lock(ids);
    List<SyncAttempt> attempts = new ArrayList<>();
    for (int place = 0; place < locked.size(); place++) {
      locked.get(place).finished(outcomes.get(place), 1, Side.BACK_OFFICE, true, 3, NOW);
      attempts.add(
          new SyncAttempt(
              locked.get(place), outcomes.get(place), null, "node", NOW, Duration.ofMillis(7)));
    }
    form.finish(locked);
    form.log(attempts);
    claims.letGo(claim, ids);
    transaction.commit();
  }

  private List<Optional<String>> documents(List<Long> ids) {
    return records.load(ids).stream().map(ClaimedRecord::document).toList();
  }

  /** All columns but the numbers, and but how often a row was written. */
  private List<Map<String, Object>> records(long storeEntityId) throws SQLException {
    return rows(
        "select * from sync_record where store_entity_id = "
            + storeEntityId
            + " order by external_id",
        "store_entity_id");
  }

  private List<Map<String, Object>> log(long storeEntityId) throws SQLException {
    return rows(
        "select a.* from sync_attempt a join sync_record r on r.id = a.record_id where"
            + " r.store_entity_id = "
            + storeEntityId
            + " order by r.external_id",
        "record_id");
  }

  private List<Map<String, Object>> rows(String query, String without) throws SQLException {
    List<Map<String, Object>> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        Map<String, Object> row = new HashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.put(rows.getMetaData().getColumnName(column), rows.getObject(column));
        }
        row.keySet().removeAll(List.of("id", "version", without));
        found.add(row);
      }
    }
    return found;
  }
}
