package org.storesync.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.platform.json.DocumentJson;

/** Reads the audit trail, the newest line first; pages call it through {@link AuditDesk}. */
@Stateless
public class AuditLines {

  private static final String NEWEST_FIRST = " order by l.recordedAt desc, l.id desc";

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentJson json;

  /** Conditions of a query with the values of their parameters. */
  private record Conditions(List<String> all, Map<String, Object> values) {
    Conditions() {
      this(new ArrayList<>(), new LinkedHashMap<>());
    }

    void and(String condition, String parameter, Object value) {
      if (value != null && !value.toString().isBlank()) {
        all.add(condition);
        values.put(parameter, value);
      }
    }

    String where() {
      return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    <T> TypedQuery<T> bind(TypedQuery<T> query) {
      values.forEach(query::setParameter);
      return query;
    }
  }

  /** One page of lines. */
  public List<AuditRow> page(AuditFilter filter, int first, int atMost) {
    return rows(conditions(filter), first, atMost);
  }

  /** The lines that come after this one, for reading them all in pieces. */
  public List<AuditRow> after(AuditFilter filter, Optional<AuditRow> last, int atMost) {
    Conditions conditions = conditions(filter);
    last.ifPresent(
        row -> {
          conditions.and(
              "(l.recordedAt < :lastTime or l.recordedAt = :lastTime and l.id < :lastId)",
              "lastTime",
              row.recordedAt());
          conditions.values().put("lastId", row.id());
        });
    return rows(conditions, 0, atMost);
  }

  public long count(AuditFilter filter) {
    Conditions conditions = conditions(filter);
    return conditions
        .bind(
            entities.createQuery(
                "select count(l) from AuditLine l" + conditions.where(), Long.class))
        .getSingleResult();
  }

  public Optional<AuditRow> find(long id) {
    return Optional.ofNullable(entities.find(AuditLine.class, id)).map(this::row);
  }

  private List<AuditRow> rows(Conditions conditions, int first, int atMost) {
    return conditions
        .bind(
            entities.createQuery(
                "select l from AuditLine l" + conditions.where() + NEWEST_FIRST, AuditLine.class))
        .setFirstResult(first)
        .setMaxResults(atMost)
        .getResultStream()
        .map(this::row)
        .toList();
  }

  private static Conditions conditions(AuditFilter filter) {
    Conditions conditions = new Conditions();
    conditions.and(
        "(locate(:who, lower(l.actorName)) > 0 or locate(:who, l.address) > 0)",
        "who",
        lower(filter.who()));
    conditions.and("l.action = :action", "action", filter.action());
    conditions.and(
        "(locate(:subject, lower(l.subjectName)) > 0 or l.subjectId = :subject)",
        "subject",
        lower(filter.subject()));
    conditions.and("l.recordedAt >= :firstTime", "firstTime", filter.from());
    conditions.and("l.recordedAt < :endTime", "endTime", filter.to());
    return conditions;
  }

  private static String lower(String part) {
    return part == null ? null : part.strip().toLowerCase(Locale.ROOT);
  }

  private AuditRow row(AuditLine line) {
    return new AuditRow(
        line.id(),
        line.recordedAt(),
        line.actorKind(),
        line.actorName(),
        line.address(),
        line.action(),
        line.subjectKind(),
        line.subjectId(),
        line.subjectName(),
        List.of(json.read(line.changes(), FieldChange[].class)));
  }
}
