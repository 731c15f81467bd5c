package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
          + " "
          + RecordClaims.holds("r.id")
          + " as in_work";

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentJson json;
  @Inject private RecordCounts counts;

  /**
   * One page of records.
   *
   * @param sorts most important first; the record number is always the last key
   */
  public List<SyncRecordRow> page(
      RecordFilter filter, List<RecordSort> sorts, int first, int atMost) {
    return rows(ids(walks(filter).sorted(sorts), first, atMost));
  }

  /**
   * One page of a list whose length is known: its second half is read from its end, so that the
   * last page costs what the first one does.
   *
   * @param sorts most important first; empty: loading order
   */
  public List<SyncRecordRow> page(
      RecordFilter filter, List<RecordSort> sorts, int first, int atMost, RecordCount length) {
    // Where something is looked for, the newest that match may be far from the newest of all.
    boolean findFirst = length.few() || (filter.searches() && !length.more());
    RecordWalks all = new RecordWalks(filter, storeEntities(), findFirst);
    List<RecordWalk> walks = sorts.isEmpty() ? all.loading() : all.sorted(sorts);
    if (length.more() || first < length.counted() / 2) {
      return rows(ids(walks, first, atMost));
    }
    int wanted = (int) Math.min(atMost, length.counted() - first);
    return wanted <= 0
        ? List.of()
        : rows(idsFromTheEnd(walks, (int) length.counted() - first - wanted, wanted));
  }

  private List<Long> idsFromTheEnd(List<RecordWalk> walks, int passedOver, int atMost) {
    List<RecordWalk> backwards = new ArrayList<>(walks.stream().map(RecordWalk::reversed).toList());
    Collections.reverse(backwards);
    List<Long> ids = new ArrayList<>(ids(backwards, passedOver, atMost));
    Collections.reverse(ids);
    return ids;
  }

  private RecordWalks walks(RecordFilter filter) {
    return new RecordWalks(filter, storeEntities(), false);
  }

  /** All that there are, in sync order: some for each store, never many. */
  @SuppressWarnings("unchecked")
  private List<RecordEntity> storeEntities() {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select e.id, e.store_id, e.kind, e.sync_order, e.active and s.active as act from"
                    + " store_entity e join store s on s.id = e.store_id"
                    + " order by e.sync_order, e.id")
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new RecordEntity(
                    number(row[0]),
                    number(row[1]),
                    (String) row[2],
                    (int) number(row[3]),
                    (Boolean) row[4]))
        .toList();
  }

  /** Numbers of records, one walk after the other. */
  @SuppressWarnings("unchecked")
  private List<Long> ids(List<RecordWalk> walks, int first, int atMost) {
    List<Long> found = new ArrayList<>();
    int passOver = first;
    for (RecordWalk walk : walks) {
      List<Number> ids = query(walk.ids(passOver, atMost - found.size())).getResultList();
      ids.forEach(id -> found.add(id.longValue()));
      if (found.size() == atMost) {
        return found;
      }
      passOver = found.isEmpty() && passOver > 0 ? passOver - (int) count(walk, passOver) : 0;
    }
    return found;
  }

  private Query query(RecordWalk.Statement statement) {
    return RecordConditions.bind(
        entities.createNativeQuery(statement.sql()), statement.parameters());
  }

  private long count(RecordWalk walk, long upTo) {
    return number(query(walk.count(upTo)).getSingleResult());
  }

  /** The records with these numbers, in their order. */
  private List<SyncRecordRow> rows(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    RecordConditions these = new RecordConditions(RecordFilter.of(ids));
    Map<Long, SyncRecordRow> byId = new HashMap<>();
    rows(these.bind(entities.createNativeQuery(COLUMNS + these.sql())))
        .forEach(row -> byId.put(row.id(), row));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
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
    String sql =
        COLUMNS
            + conditions.sql()
            + " order by "
            + RecordSort.total(List.of(order.sort())).stream()
                .map(RecordSort::sql)
                .collect(Collectors.joining(", "))
            + " limit "
            + atMost;
    return rows(conditions.bind(entities.createNativeQuery(sql)));
  }

  /** Records in loading order (domain section 3), as a limit loads them. */
  public List<SyncRecordRow> loaded(RecordFilter filter, int first, int atMost) {
    return rows(ids(walks(filter).loading(), first, atMost));
  }

  /** Their numbers. */
  public List<Long> loadedIds(RecordFilter filter, int atMost) {
    return ids(walks(filter).loading(), 0, atMost);
  }

  /**
   * One page of the first records in loading order, in another order: sorting never changes the
   * set.
   *
   * @param limit how many records are loaded: some thousands at most
   */
  public List<SyncRecordRow> pageOfLoaded(
      RecordFilter filter, int limit, List<RecordSort> sorts, int first, int atMost) {
    if (sorts.isEmpty()) {
      return first >= limit ? List.of() : loaded(filter, first, Math.min(atMost, limit - first));
    }
    return page(RecordFilter.of(loadedIds(filter, limit)), sorts, first, atMost);
  }

  /** How many records match. */
  public RecordCount count(RecordFilter filter) {
    return walks(filter)
        .unsorted()
        .map(all -> RecordCount.of(kept(filter, all).orElseGet(() -> countUpToMost(all))))
        .orElse(RecordCount.of(0));
  }

  private Optional<Long> kept(RecordFilter filter, RecordWalk all) {
    return filter.tellsByStatusOnly()
        ? counts.kept(all.branches().get(0).storeEntityIds(), filter.statuses())
        : Optional.empty();
  }

  private long countUpToMost(RecordWalk all) {
    return count(all, RecordCount.MOST + 1L);
  }

  /**
   * The records that have what is looked for somewhere in their texts, in no order: the texts need
   * not be read again for a page of them.
   *
   * @return absent if nothing is looked for in texts, or if these are not few
   */
  public Optional<List<Long>> foundInTexts(RecordFilter filter) {
    if (!filter.looksIntoTexts()) {
      return Optional.empty();
    }
    return Optional.of(
            walks(filter).unsorted().stream()
                .flatMap(all -> ids(List.of(all), 0, RecordCount.FEW + 1).stream())
                .toList())
        .filter(ids -> ids.size() <= RecordCount.FEW);
  }

  /**
   * The same records, whatever else is asked of them and whatever comes: if texts are looked into,
   * not in the newest but down to the one that is the oldest of them now.
   */
  public RecordFilter withFixedEnd(RecordFilter filter) {
    return filter.looksIntoTexts()
        ? walks(filter).unsorted().map(all -> withFixedEnd(filter, all)).orElse(filter)
        : filter;
  }

  private RecordFilter withFixedEnd(RecordFilter filter, RecordWalk all) {
    Object oldest = query(all.oldestLookedInto()).getSingleResult();
    return oldest == null
        ? RecordFilter.of(List.of())
        : filter.withNewest(null).withDownTo(number(oldest));
  }

  public Optional<SyncRecordRow> find(long id) {
    return page(RecordFilter.of(List.of(id)), List.of(), 0, 1).stream().findFirst();
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
  private static List<SyncRecordRow> rows(Query query) {
    List<Object[]> rows = query.getResultList();
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
