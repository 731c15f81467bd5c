package org.storesync.record;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.storesync.platform.database.DatabaseInstant;

/**
 * A {@link RecordFilter} as the source and the conditions of a native statement over {@code
 * sync_record r}. What people typed is only ever a parameter.
 */
final class RecordConditions {

  /** The tables that the conditions are about. */
  static final String FROM =
      " from sync_record r join store_entity e on e.id = r.store_entity_id"
          + " join store s on s.id = e.store_id";

  private final String tables;
  private final List<Object> parameters;
  private StringJoiner conditions = conditions();
  private String source;

  /** Over {@code store_entity e} and {@code store s} too, whose columns the filter may be about. */
  RecordConditions(RecordFilter filter) {
    this(FROM, new ArrayList<>());
    equal("e.store_id", filter.storeId());
    equal("r.store_entity_id", filter.storeEntityId());
    equal("e.kind", filter.kind());
    activity(filter.active());
    ofRecord(filter);
  }

  /**
   * Over {@code sync_record} alone, so that the database knows best how many rows are meant.
   *
   * @param storeEntityIds the entities that the filter means; empty: all there are
   * @param parameters of the statement so far; those of the conditions are added
   */
  RecordConditions(RecordFilter filter, List<Long> storeEntityIds, List<Object> parameters) {
    this(" from sync_record r", parameters);
    ofEntities(storeEntityIds);
    ofRecord(filter);
  }

  /** The records of a filter that looks into texts that it looks into, whatever their texts. */
  static RecordConditions lookedInto(
      RecordFilter filter, List<Long> storeEntityIds, List<Object> parameters) {
    RecordConditions all = new RecordConditions(" from sync_record r", parameters);
    all.ofEntities(storeEntityIds);
    all.butTexts(filter);
    return all;
  }

  /**
   * @param storeEntityIds empty: of all
   */
  RecordConditions ofEntities(List<Long> storeEntityIds) {
    if (!storeEntityIds.isEmpty()) {
      conditions.add("r.store_entity_id" + isOneOf(storeEntityIds));
    }
    return this;
  }

  private RecordConditions(String tables, List<Object> parameters) {
    this.tables = tables;
    this.source = tables;
    this.parameters = parameters;
  }

  private static StringJoiner conditions() {
    return new StringJoiner(" and ", " where ", "").setEmptyValue("");
  }

  private void ofRecord(RecordFilter filter) {
    butTexts(filter);
    texts(filter);
  }

  private void butTexts(RecordFilter filter) {
    statuses(filter);
    ids(filter);
    times(filter);
    if (filter.runId() != null) {
      conditions.add(
          "r.id in (select a.record_id from sync_attempt a where a.run_id = "
              + parameter(filter.runId())
              + ")");
    }
    if (filter.upTo() != null) {
      conditions.add("r.id <= " + parameter(filter.upTo()));
    }
    if (filter.downTo() != null) {
      conditions.add("r.id >= " + parameter(filter.downTo()));
    }
    if (given(filter.message())) {
      // Few records have one, and an index knows which.
      conditions.add("r.last_message is not null");
    }
    if (filter.newest() != null) {
      onlyNewest(filter.newest());
    }
  }

  /** What was said so far decides which are the newest; what follows is asked of those alone. */
  private void onlyNewest(int count) {
    source =
        " from (select r.*"
            + tables
            + conditions
            + " order by r.id desc limit "
            + count
            + ") r"
            + tables.substring(" from sync_record r".length());
    conditions = conditions();
  }

  private void statuses(RecordFilter filter) {
    if (!filter.statuses().isEmpty()) {
      conditions.add("r.status" + isOneOfStatuses(filter.statuses()));
    }
  }

  private void activity(Boolean active) {
    if (active != null) {
      conditions.add(active ? "(e.active and s.active)" : "not (e.active and s.active)");
    }
  }

  private void ids(RecordFilter filter) {
    if (filter.ids() != null) {
      conditions.add(filter.ids().isEmpty() ? "1 = 0" : "r.id" + isOneOf(filter.ids()));
    }
    if (given(filter.anyId())) {
      conditions.add(
          "("
              + begins("r.external_id", filter.anyId())
              + " or "
              + begins("r.local_id", filter.anyId())
              + ")");
    }
    if (given(filter.externalId())) {
      conditions.add(begins("r.external_id", filter.externalId()));
    }
    if (given(filter.localId())) {
      conditions.add(begins("r.local_id", filter.localId()));
    }
  }

  private void texts(RecordFilter filter) {
    if (given(filter.description())) {
      conditions.add(contains("r.description", filter.description()));
    }
    if (given(filter.message())) {
      conditions.add(contains("r.last_message", filter.message()));
    }
  }

  private void times(RecordFilter filter) {
    if (filter.attemptedFrom() != null) {
      conditions.add("r.last_attempt_at >= " + parameter(time(filter.attemptedFrom())));
    }
    if (filter.attemptedTo() != null) {
      conditions.add("r.last_attempt_at < " + parameter(time(filter.attemptedTo())));
    }
    if (filter.notAttemptedSince() != null) {
      conditions.add(
          "(r.last_attempt_at is null or r.last_attempt_at < "
              + parameter(time(filter.notAttemptedSince()))
              + ")");
    }
  }

  /** Only records with a greater number: reading on where the last chunk ended. */
  RecordConditions after(long recordId) {
    conditions.add("r.id > " + parameter(recordId));
    return this;
  }

  /**
   * Only records that have a value in the order's column and come after the place, if it is given.
   * Written so that the index leads straight to the place.
   */
  RecordConditions withValueAfter(RecordOrder order, Optional<RecordPlace> place) {
    String column = order.column().sql();
    conditions.add(column + " is not null");
    if (place.isPresent()) {
      Object value = place.get().value().orElseThrow();
      Object compared = value instanceof Instant instant ? time(instant) : value;
      String than = order.ascending() ? " > " : " < ";
      conditions.add(column + than.stripTrailing() + "= " + parameter(compared));
      conditions.add(
          "("
              + column
              + than
              + parameter(compared)
              + " or r.id"
              + than
              + parameter(place.get().id())
              + ")");
    }
    return this;
  }

  /** Only records that have no value in the order's column, with a number after the place. */
  RecordConditions withoutValueAfter(RecordOrder order, Optional<RecordPlace> place) {
    conditions.add(order.column().sql() + " is null");
    place
        .filter(given -> given.value().isEmpty())
        .ifPresent(
            given ->
                conditions.add(
                    "r.id" + (order.ascending() ? " > " : " < ") + parameter(given.id())));
    return this;
  }

  /** Only failed records whose next try is due, and all others. */
  RecordConditions due(Instant now) {
    conditions.add(
        "(r.next_attempt_at is null or r.next_attempt_at <= " + parameter(time(now)) + ")");
    return this;
  }

  /** One more parameter; answers its place in the statement. */
  String parameter(Object value) {
    parameters.add(value);
    return "?" + parameters.size();
  }

  /** From where, and the where clause if there is one. */
  String sql() {
    return source + conditions;
  }

  Query bind(Query query) {
    return bind(query, parameters);
  }

  static Query bind(Query query, List<Object> parameters) {
    for (int place = 0; place < parameters.size(); place++) {
      query.setParameter(place + 1, parameters.get(place));
    }
    return query;
  }

  private void equal(String column, Object value) {
    if (value != null) {
      conditions.add(column + " = " + parameter(value));
    }
  }

  private String begins(String column, String beginning) {
    return column + " like " + parameter(escaped(beginning.strip()) + "%") + " escape '!'";
  }

  private String contains(String column, String part) {
    String pattern = "%" + escaped(part.strip().toLowerCase(Locale.ROOT)) + "%";
    return "lower(" + column + ") like " + parameter(pattern) + " escape '!'";
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /**
   * Numbers and names of our own, never what somebody typed: as they are, so that the database sees
   * which of its partial indexes they fit.
   */
  static String isOneOf(Collection<?> values) {
    String list = values.stream().map(Object::toString).collect(Collectors.joining(", "));
    return values.size() == 1 ? " = " + list : " in (" + list + ")";
  }

  static String isOneOfStatuses(Collection<SyncStatus> statuses) {
    return isOneOf(statuses.stream().map(status -> "'" + status + "'").toList());
  }

  private static Object time(Instant instant) {
    return DatabaseInstant.parameter(instant);
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }
}
