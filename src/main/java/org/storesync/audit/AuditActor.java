package org.storesync.audit;

import java.util.Optional;

/**
 * Who acts.
 *
 * @param name of the user, token or schedule; absent for the system
 */
public record AuditActor(Kind kind, Optional<String> name) {

  /** What kind of actor; each has its text {@code audit.actor.<name>}. */
  public enum Kind {
    USER,
    TOKEN,
    SCHEDULE,
    /** The server by itself, for example when it starts. */
    SYSTEM
  }

  public static final AuditActor SYSTEM = new AuditActor(Kind.SYSTEM, Optional.empty());

  public static AuditActor user(String name) {
    return new AuditActor(Kind.USER, Optional.of(name));
  }

  public static AuditActor token(String name) {
    return new AuditActor(Kind.TOKEN, Optional.of(name));
  }

  public static AuditActor schedule(String name) {
    return new AuditActor(Kind.SCHEDULE, Optional.of(name));
  }
}
