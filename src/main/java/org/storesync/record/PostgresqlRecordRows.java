package org.storesync.record;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.platform.database.DatabaseInstant;
import org.storesync.platform.database.RowArrays;
import org.storesync.platform.database.RowNumbers;
import org.storesync.platform.secret.SecretBox;

/**
 * The form for PostgreSQL: one statement for all rows of a table. Its records are no managed
 * entities, so that nothing is copied and compared; what is not written here is not written.
 */
@Stateless
@LocalBean
public class PostgresqlRecordRows implements RecordRows {

  private static final List<RowArrays.Column> PAYLOAD =
      RowArrays.columns("bigint record_id, bytea document");

  private static final List<RowArrays.Column> DOCUMENTS =
      RowArrays.columns("bigint entity, text document");

  /**
   * The records of {@link #DOCUMENTS}, in the order of their numbers, each looked up by itself as
   * in {@link #EACH}. The sum keeps PostgreSQL from reading all records of the entity instead: as
   * long as it has no statistics, it takes them for a few.
   */
  private static final String OF_DOCUMENTS =
      " from :rows cross join lateral (select * from sync_record where %s = x.document and"
          + " store_entity_id + 0 = x.entity offset 0) r order by r.id";

  private static final List<RowArrays.Column> NUMBERS = RowArrays.columns("bigint record_id");

  /**
   * Some records, each looked up by itself, in the order of their numbers: as a join, PostgreSQL
   * may read all records for it while it does not know how many they have become.
   */
  private static final String EACH =
      "select r.* from :rows cross join lateral (select %s from sync_record where id = x.record_id"
          + " %s) r";

  private static final String LOCKED =
      EACH.formatted(RowArrays.names(SyncRecord.COLUMNS), "for update");

  private static final String CLAIMED =
      EACH.formatted(
          "id, store_entity_id, external_id, local_id, status, next_attempt_at, content_version,"
              + " case when content_hash is not null then (select p.document from sync_payload p"
              + " where p.record_id = sync_record.id) end",
          "offset 0");

  /** What {@link SyncRecord#finished} may change, and the number. */
  private static final List<RowArrays.Column> FINISHED =
      SyncRecord.COLUMNS.stream()
          .filter(
              column ->
                  Set.of(
                          "id",
                          "external_id",
                          "local_id",
                          "unique_local_id",
                          "status",
                          "local_modified",
                          "local_created",
                          "attempts",
                          "next_attempt_at",
                          "last_operation",
                          "last_message",
                          "last_attempt_at",
                          "last_synchronized_at",
                          "changed_since_skipped",
                          "changed_at")
                      .contains(column.name()))
          .toList();

  private static final int[] FINISHED_PLACES =
      FINISHED.stream().mapToInt(SyncRecord.COLUMNS::indexOf).toArray();

  @PersistenceContext private EntityManager entities;
  @Inject private SecretBox secrets;

  @Override
  public Map<DocumentId, SeenRecord> seen(
      long storeEntityId, Side source, Collection<DocumentId> ids) {
    String id = column(source, "id");
    String modified = column(source, "modified");
    String other = column(source.other(), "id");
    String sql =
        "select x.document, r.status, r.%s, r.content_hash, r.last_message, r.changed_since_skipped, r.%s"
                .formatted(modified, other)
            + OF_DOCUMENTS.formatted(id);
    Map<DocumentId, SeenRecord> seen = new HashMap<>();
    documents(storeEntityId, ids)
        .select(
            connection(),
            sql,
            row -> seen.putIfAbsent(new DocumentId(row.getString(1)), seen(row)));
    return seen;
  }

  private static SeenRecord seen(ResultSet row) throws SQLException {
    return new SeenRecord(
        SyncStatus.valueOf(row.getString(2)),
        DatabaseInstant.read(row.getTimestamp(3)),
        row.getString(4),
        row.getString(5),
        row.getBoolean(6),
        row.getString(7) != null);
  }

  @Override
  public Map<DocumentId, Long> numbers(long storeEntityId, Side side, Collection<DocumentId> ids) {
    String sql = "select x.document, r.id" + OF_DOCUMENTS.formatted(column(side, "id"));
    Map<DocumentId, Long> numbers = new HashMap<>();
    documents(storeEntityId, ids)
        .select(
            connection(),
            sql,
            row -> numbers.putIfAbsent(new DocumentId(row.getString(1)), row.getLong(2)));
    return numbers;
  }

  private static String column(Side side, String name) {
    return (side == Side.MARKETPLACE ? "external_" : "local_") + name;
  }

  private static RowArrays documents(long storeEntityId, Collection<DocumentId> ids) {
    RowArrays documents = new RowArrays(DOCUMENTS);
    ids.forEach(id -> documents.add(storeEntityId, id.value()));
    return documents;
  }

  @Override
  public List<SyncRecord> lock(Collection<Long> ids) {
    return numbers(ids)
        .select(
            connection(), LOCKED, row -> new SyncRecord(RowArrays.values(row, SyncRecord.COLUMNS)));
  }

  /** One statement, so that the record and its payload are of one moment. */
  @Override
  public List<ClaimedRecord> claimed(Collection<Long> ids) {
    return numbers(ids).select(connection(), CLAIMED, this::claimed);
  }

  private static RowArrays numbers(Collection<Long> ids) {
    RowArrays numbers = new RowArrays(NUMBERS);
    ids.stream().distinct().sorted().forEach(numbers::add);
    return numbers;
  }

  private ClaimedRecord claimed(ResultSet row) throws SQLException {
    return new ClaimedRecord(
        row.getLong(1),
        row.getLong(2),
        Optional.ofNullable(row.getString(3)).map(DocumentId::new),
        Optional.ofNullable(row.getString(4)).map(DocumentId::new),
        SyncStatus.valueOf(row.getString(5)),
        Optional.ofNullable(DatabaseInstant.read(row.getTimestamp(6))),
        row.getInt(7),
        Optional.ofNullable(row.getBytes(8)).map(secrets::open));
  }

  @Override
  public void insert(Collection<SyncRecord> added, Map<SyncRecord, String> documents) {
    if (added.isEmpty()) {
      return;
    }
    Iterator<Long> numbers =
        RowNumbers.next(connection(), "sync_record_seq", SyncRecord.NUMBERS_AT_ONCE, added.size());
    RowArrays rows = new RowArrays(SyncRecord.COLUMNS);
    for (SyncRecord record : added) {
      record.giveId(numbers.next());
      rows.add(record.row());
    }
    String names = RowArrays.names(SyncRecord.COLUMNS);
    rows.execute(
        connection(),
        "insert into sync_record (" + names + ", version) select " + names + ", 1 from :rows");
    RowArrays payloads = new RowArrays(PAYLOAD);
    documents.forEach((record, document) -> payloads.add(record.id(), secrets.close(document)));
    if (!payloads.isEmpty()) {
      payloads.execute(
          connection(),
          "insert into sync_payload (record_id, document) select record_id, document from :rows");
    }
  }

  @Override
  public void finish(Collection<SyncRecord> locked) {
    if (locked.isEmpty()) {
      return;
    }
    RowArrays rows = new RowArrays(FINISHED);
    locked.forEach(record -> rows.add(finished(record)));
    String values =
        FINISHED.stream()
            .map(RowArrays.Column::name)
            .filter(name -> !name.equals("id"))
            .map(name -> name + " = x." + name)
            .collect(Collectors.joining(", "));
    int written =
        rows.execute(
            connection(),
            "update sync_record r set "
                + values
                + ", version = r.version + 1 from :rows where r.id = x.id");
    if (written != locked.size()) {
      throw new OptimisticLockException("Locked records are no longer there");
    }
  }

  private static Object[] finished(SyncRecord record) {
    Object[] row = record.row();
    return Arrays.stream(FINISHED_PLACES).mapToObj(place -> row[place]).toArray();
  }

  @Override
  public void log(Collection<SyncAttempt> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    Iterator<Long> numbers =
        RowNumbers.next(
            connection(), "sync_attempt_seq", SyncAttempt.NUMBERS_AT_ONCE, attempts.size());
    RowArrays rows = new RowArrays(SyncAttempt.COLUMNS);
    attempts.forEach(attempt -> rows.add(attempt.row(numbers.next())));
    String names = RowArrays.names(SyncAttempt.COLUMNS);
    rows.execute(
        connection(), "insert into sync_attempt (" + names + ") select " + names + " from :rows");
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
