package org.storesync.audit;

import java.util.Optional;

/**
 * What something was done to.
 *
 * @param id absent if it stands for many, or has none
 * @param name as people know it at that time
 */
public record AuditSubject(Kind kind, Optional<String> id, String name) {

  /** What kind of thing; each has its text {@code audit.subject.<name>}. */
  public enum Kind {
    USER,
    TOKEN,
    ADDRESS,
    STORE,
    ENTITY,
    ITEM,
    SCHEDULE,
    RUN,
    RECORD,
    ALERT
  }

  public static AuditSubject of(Kind kind, long id, String name) {
    return new AuditSubject(kind, Optional.of(Long.toString(id)), name);
  }

  /** Something without a number, or many at once. */
  public static AuditSubject of(Kind kind, String name) {
    return new AuditSubject(kind, Optional.empty(), name);
  }
}
