package org.storesync.metrics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Tag;
import org.storesync.node.NodeRow;
import org.storesync.node.NodeState;
import org.storesync.node.Nodes;
import org.storesync.platform.database.DatabaseInstant;
import org.storesync.run.RunKind;

/** The figures that stand in the database, each kind of them by one query. */
@Stateless
public class StoredFigures {

  private static final String STORE = "store";
  private static final String ENTITY = "entity";
  private static final String KIND = "kind";
  private static final String STATE = "state";

  /** Later than this an execution is late. */
  private static final Duration IN_TIME = Duration.ofMinutes(1);

  /** What an active run does. */
  private enum Activity {
    QUEUED,
    WAITING,
    WORKING
  }

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Nodes nodes;

  /** All of them, as they are now. */
  public List<Figure> read() {
    return Stream.of(records(), queueAges(), runs(), schedules(), outages(), pauses(), nodes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Figure> records() {
    return rows(entities.createNativeQuery(
            "select s.name, e.kind, c.status, c.records from counted_records c"
                + " join store_entity e on e.id = c.store_entity_id"
                + " join store s on s.id = e.store_id"))
        .map(
            row ->
                Figure.of(
                    Measure.RECORDS,
                    number(row[3]),
                    label(STORE, row[0]),
                    label(ENTITY, row[1]),
                    label("status", row[2])))
        .toList();
  }

  private List<Figure> queueAges() {
    return rows(entities.createNativeQuery(
            "select s.name, e.kind, o.since from (select store_entity_id, min(changed_at) as"
                + " since from sync_record where status = 'PREPARED' group by store_entity_id) o"
                + " join store_entity e on e.id = o.store_entity_id"
                + " join store s on s.id = e.store_id"))
        .map(
            row ->
                Figure.of(
                    Measure.QUEUE_AGE,
                    secondsSince(row[2]),
                    label(STORE, row[0]),
                    label(ENTITY, row[1])))
        .toList();
  }

  /** Also what there is none of, so that a graph shows 0 instead of a hole. */
  private List<Figure> runs() {
    Map<List<String>, Double> counts = new LinkedHashMap<>();
    for (RunKind kind : RunKind.values()) {
      for (Activity activity : Activity.values()) {
        counts.put(List.of(kind.name(), activity.name()), 0.0);
      }
    }
    rows(entities.createNativeQuery(
            "select a.kind, a.activity, count(*) from (select kind, case when state = 'QUEUED' then"
                + " 'QUEUED' when waiting_for is not null then 'WAITING' else 'WORKING' end as"
                + " activity from run where state in ('QUEUED', 'RUNNING')) a"
                + " group by a.kind, a.activity"))
        .forEach(row -> counts.put(List.of(text(row[0]), text(row[1])), number(row[2])));
    List<Figure> figures = new ArrayList<>();
    counts.forEach(
        (labels, runs) ->
            figures.add(
                Figure.of(
                    Measure.RUNS_ACTIVE,
                    runs,
                    label(KIND, labels.get(0)),
                    label(STATE, labels.get(1)))));
    return figures;
  }

  private List<Figure> schedules() {
    return single(
        Measure.SCHEDULES_LATE,
        entities
            .createNativeQuery("select count(*) from sync_schedule where active and next_at < ?1")
            .setParameter(1, DatabaseInstant.parameter(clock.instant().minus(IN_TIME))));
  }

  private List<Figure> outages() {
    return rows(entities.createNativeQuery(
            "select s.name, o.side, o.since from system_outage o join store s on s.id ="
                + " o.store_id"))
        .map(
            row ->
                Figure.of(
                    Measure.OUTAGE_AGE,
                    secondsSince(row[2]),
                    label(STORE, row[0]),
                    label("side", row[1])))
        .toList();
  }

  private List<Figure> pauses() {
    return single(
        Measure.PAUSES,
        entities
            .createNativeQuery("select count(*) from pause where ends_at is null or ends_at > ?1")
            .setParameter(1, DatabaseInstant.parameter(clock.instant())));
  }

  private List<Figure> nodes() {
    Map<NodeState, Long> byState =
        nodes.all().stream().collect(Collectors.groupingBy(NodeRow::state, Collectors.counting()));
    return Stream.of(NodeState.values())
        .map(
            state ->
                Figure.of(
                    Measure.NODES, byState.getOrDefault(state, 0L), label(STATE, state.name())))
        .toList();
  }

  private static List<Figure> single(Measure measure, Query count) {
    return List.of(Figure.of(measure, number(count.getSingleResult())));
  }

  @SuppressWarnings("unchecked")
  private static Stream<Object[]> rows(Query query) {
    return ((List<Object[]>) query.getResultList()).stream();
  }

  private double secondsSince(Object column) {
    Instant since = DatabaseInstant.read(column);
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3);
  }

  private static double number(Object column) {
    return ((Number) column).doubleValue();
  }

  private static String text(Object column) {
    return column.toString().strip();
  }

  /** Codes in small letters, as monitoring has them; names of stores as they are. */
  private static Tag label(String name, Object value) {
    String text = text(value);
    return new Tag(name, name.equals(STORE) ? text : text.toLowerCase(Locale.ROOT));
  }
}
