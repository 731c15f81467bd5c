package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.platform.database.DatabaseInstant;
import org.storesync.platform.json.DocumentJson;

/** Reads the records for people: lists, counts, details. Never touches a payload for a list. */
@Stateless
public class SyncRecordList {

  private static final String COLUMNS =
      "select r.id, e.store_id, s.name, r.store_entity_id, e.kind, e.active and s.active as act,"
          + " r.external_id, r.local_id, r.description, r.status, r.last_message, r.last_operation,"
          + " r.last_attempt_at, r.attempts, r.next_attempt_at, r.external_modified,"
          + " r.local_modified, r.external_created, r.local_created, r.due_by, r.amount,"
          + " r.currency, r.last_synchronized_at, r.changed_since_skipped,"
          + " (r.claim_until is not null and r.claim_until >= current_timestamp) as in_work";

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentJson json;

  /**
   * One page of records.
   *
   * @param sorts most important first; the record number is always the last key
   */
  public List<SyncRecordRow> page(
      RecordFilter filter, List<RecordSort> sorts, int first, int atMost) {
    RecordConditions conditions = new RecordConditions(filter);
    String sql = COLUMNS + RecordConditions.FROM + conditions.sql() + RecordSort.sql(sorts);
    return rows(conditions.bind(entities.createNativeQuery(sql)), first, atMost);
  }

  /**
   * Records after a place in an order, however many there are before it. Those without a value come
   * last and are asked for by themselves, so that each question is one walk along the index.
   *
   * @param place absent: from the first record on
   */
  public List<SyncRecordRow> after(
      RecordFilter filter, RecordOrder order, Optional<RecordPlace> place, int atMost) {
    List<SyncRecordRow> found = new ArrayList<>();
    if (place.map(RecordPlace::value).map(Optional::isPresent).orElse(true)) {
      found.addAll(walk(new RecordConditions(filter).withValueAfter(order, place), order, atMost));
    }
    if (found.size() < atMost) {
      found.addAll(
          walk(
              new RecordConditions(filter).withoutValueAfter(order, place),
              order,
              atMost - found.size()));
    }
    return found;
  }

  private List<SyncRecordRow> walk(RecordConditions conditions, RecordOrder order, int atMost) {
    String direction = order.ascending() ? " asc" : " desc";
    String sql =
        COLUMNS
            + RecordConditions.FROM
            + conditions.sql()
            + " order by "
            + order.column().sql()
            + direction
            + ", r.id"
            + direction;
    return rows(conditions.bind(entities.createNativeQuery(sql)), 0, atMost);
  }

  /** Records in loading order (domain section 3), as a limit loads them. */
  public List<SyncRecordRow> loaded(RecordFilter filter, int first, int atMost) {
    RecordConditions conditions = new RecordConditions(filter);
    String sql = COLUMNS + RecordConditions.FROM + conditions.sql() + RecordSort.LOADING_ORDER;
    return rows(conditions.bind(entities.createNativeQuery(sql)), first, atMost);
  }

  /**
   * One page of the first records in loading order, in another order: sorting never changes the
   * set.
   *
   * @param limit how many records are loaded
   */
  public List<SyncRecordRow> pageOfLoaded(
      RecordFilter filter, int limit, List<RecordSort> sorts, int first, int atMost) {
    if (sorts.isEmpty()) {
      return first >= limit ? List.of() : loaded(filter, first, Math.min(atMost, limit - first));
    }
    RecordConditions inner = new RecordConditions(filter);
    String sql =
        COLUMNS
            + RecordConditions.FROM
            + " where r.id in (select q.id from (select r.id"
            + RecordConditions.FROM
            + inner.sql()
            + RecordSort.LOADING_ORDER
            + " limit "
            + limit
            + ") q)"
            + RecordSort.sql(sorts);
    return rows(inner.bind(entities.createNativeQuery(sql)), first, atMost);
  }

  public long count(RecordFilter filter) {
    RecordConditions conditions = new RecordConditions(filter);
    String sql = "select count(*)" + RecordConditions.FROM + conditions.sql();
    return ((Number) conditions.bind(entities.createNativeQuery(sql)).getSingleResult())
        .longValue();
  }

  public Optional<SyncRecordRow> find(long id) {
    return page(RecordFilter.of(List.of(id)), List.of(), 0, 1).stream().findFirst();
  }

  /** How many records each entity of a store has in each status. */
  @SuppressWarnings("unchecked")
  public Map<Long, Map<SyncStatus, Long>> counts(long storeId) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select r.store_entity_id, r.status, count(*) from sync_record r"
                    + " where r.store_entity_id in (select id from store_entity where store_id = ?1)"
                    + " group by r.store_entity_id, r.status")
            .setParameter(1, storeId)
            .getResultList();
    Map<Long, Map<SyncStatus, Long>> counts = new HashMap<>();
    for (Object[] row : rows) {
      counts
          .computeIfAbsent(number(row[0]), id -> new EnumMap<>(SyncStatus.class))
          .put(SyncStatus.valueOf((String) row[1]), number(row[2]));
    }
    return counts;
  }

  /** The log of attempts of a record, newest first. */
  @SuppressWarnings("unchecked")
  public List<AttemptRow> attempts(long recordId, int atMost) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select id, started_at, duration_ms, run_id, node, status, operation, message,"
                    + " error_class from sync_attempt where record_id = ?1 order by id desc")
            .setParameter(1, recordId)
            .setMaxResults(atMost)
            .getResultList();
    return rows.stream().map(SyncRecordList::attempt).toList();
  }

  private static AttemptRow attempt(Object[] row) {
    return new AttemptRow(
        number(row[0]),
        DatabaseInstant.read(row[1]),
        number(row[2]),
        optionalNumber(row[3]),
        (String) row[4],
        SyncStatus.valueOf((String) row[5]),
        SyncOperation.valueOf((String) row[6]),
        (String) row[7],
        (String) row[8]);
  }

  /**
   * Records whose composite external id begins with that of this record: the payments of an order.
   */
  public List<SyncRecordRow> children(SyncRecordRow record, int atMost) {
    if (record.externalId() == null) {
      return List.of();
    }
    RecordFilter filter =
        RecordFilter.all()
            .withStore(record.storeId())
            .withTexts(record.externalId() + ",", null, null, null);
    return page(filter, List.of(), 0, atMost);
  }

  /** The stored payload as it was received, as readable JSON; absent if there is none. */
  public Optional<String> payload(long recordId) {
    return Optional.ofNullable(entities.find(SyncPayload.class, recordId))
        .map(SyncPayload::document)
        .map(json::readable);
  }

  @SuppressWarnings("unchecked")
  private static List<SyncRecordRow> rows(Query query, int first, int atMost) {
    List<Object[]> rows = query.setFirstResult(first).setMaxResults(atMost).getResultList();
    return rows.stream().map(SyncRecordList::row).toList();
  }

  private static SyncRecordRow row(Object[] row) {
    return new SyncRecordRow(
        number(row[0]),
        number(row[1]),
        (String) row[2],
        number(row[3]),
        (String) row[4],
        (Boolean) row[5],
        (String) row[6],
        (String) row[7],
        (String) row[8],
        SyncStatus.valueOf((String) row[9]),
        (String) row[10],
        row[11] == null ? null : SyncOperation.valueOf((String) row[11]),
        DatabaseInstant.read(row[12]),
        (int) number(row[13]),
        DatabaseInstant.read(row[14]),
        DatabaseInstant.read(row[15]),
        DatabaseInstant.read(row[16]),
        DatabaseInstant.read(row[17]),
        DatabaseInstant.read(row[18]),
        DatabaseInstant.read(row[19]),
        (BigDecimal) row[20],
        (String) row[21],
        DatabaseInstant.read(row[22]),
        (Boolean) row[23],
        (Boolean) row[24]);
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  private static Long optionalNumber(Object column) {
    return column == null ? null : number(column);
  }
}
