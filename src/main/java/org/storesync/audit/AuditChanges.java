package org.storesync.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a deed changed, field by field; a field that stays what it is is left out. Values are cut,
 * so that a line stays a line.
 */
public final class AuditChanges {

  private static final int LONGEST_VALUE = 500;
  private static final int MOST_FIELDS = 100;

  private final List<FieldChange> fields = new ArrayList<>();

  public static AuditChanges none() {
    return new AuditChanges();
  }

  /**
   * What this field was and is.
   *
   * @param before null or empty: nothing
   * @param after null or empty: nothing
   */
  public AuditChanges field(String name, Object before, Object after) {
    String was = written(before);
    String is = written(after);
    if (!Objects.equals(was, is)) {
      add(new FieldChange(name, was, is, false));
    }
    return this;
  }

  /** What a new thing has in this field, or what was asked for with it. */
  public AuditChanges given(String name, Object value) {
    return field(name, null, value);
  }

  /** A secret or personal data: it is told only whether it changed. */
  public AuditChanges hidden(String name, Object before, Object after) {
    if (!Objects.equals(written(before), written(after))) {
      add(new FieldChange(name, null, null, true));
    }
    return this;
  }

  /**
   * All fields of one thing.
   *
   * @param hidden which of them are secrets or personal data
   */
  public AuditChanges fields(
      Map<String, String> before, Map<String, String> after, Set<String> hidden) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      if (hidden.contains(name)) {
        hidden(name, before.get(name), after.get(name));
      } else {
        field(name, before.get(name), after.get(name));
      }
    }
    return this;
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  List<FieldChange> list() {
    return fields.stream().map(AuditChanges::cut).toList();
  }

  private void add(FieldChange change) {
    if (fields.size() < MOST_FIELDS) {
      fields.add(change);
    }
  }

  private static String written(Object value) {
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    return present == null || present.toString().isEmpty() ? null : present.toString();
  }

  private static FieldChange cut(FieldChange whole) {
    return new FieldChange(whole.field(), cut(whole.before()), cut(whole.after()), whole.hidden());
  }

  private static String cut(String value) {
    return value == null || value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, LONGEST_VALUE) + "…";
  }
}
