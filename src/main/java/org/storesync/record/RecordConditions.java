package org.storesync.record;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.storesync.platform.database.DatabaseInstant;

/**
 * A {@link RecordFilter} as the conditions of a native statement over {@code sync_record r}, {@code
 * store_entity e} and {@code store s}. What people typed is only ever a parameter.
 */
final class RecordConditions {

  /** The tables that the conditions are about. */
  static final String FROM =
      " from sync_record r join store_entity e on e.id = r.store_entity_id"
          + " join store s on s.id = e.store_id";

  private final StringJoiner conditions =
      new StringJoiner(" and ", " where ", "").setEmptyValue("");
  private final List<Object> parameters = new ArrayList<>();

  RecordConditions(RecordFilter filter) {
    equal("e.store_id", filter.storeId());
    equal("r.store_entity_id", filter.storeEntityId());
    equal("e.kind", filter.kind());
    statuses(filter);
    activity(filter.active());
    ids(filter);
    texts(filter);
    times(filter);
    if (filter.runId() != null) {
      conditions.add(
          "r.id in (select a.record_id from sync_attempt a where a.run_id = "
              + parameter(filter.runId())
              + ")");
    }
  }

  private void statuses(RecordFilter filter) {
    if (!filter.statuses().isEmpty()) {
      conditions.add("r.status in " + list(filter.statuses().stream().map(Enum::name).toList()));
    }
  }

  private void activity(Boolean active) {
    if (active != null) {
      conditions.add(active ? "(e.active and s.active)" : "not (e.active and s.active)");
    }
  }

  private void ids(RecordFilter filter) {
    if (filter.ids() != null) {
      conditions.add(filter.ids().isEmpty() ? "1 = 0" : "r.id in " + list(filter.ids()));
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

  /** The where clause, or nothing. */
  String sql() {
    return conditions.toString();
  }

  Query bind(Query query) {
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

  private String list(Collection<?> values) {
    StringJoiner places = new StringJoiner(", ", "(", ")");
    values.forEach(value -> places.add(parameter(value)));
    return places.toString();
  }

  private static Object time(Instant instant) {
    return DatabaseInstant.parameter(instant);
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }
}
