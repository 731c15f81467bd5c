package org.storesync.audit;

import java.io.Serializable;
import java.time.Instant;

/**
 * Which lines are meant; what is null or empty lets all pass.
 *
 * @param who a part of the actor's name or of the address, whatever the case
 * @param subject a part of the subject's name, whatever the case, or its number
 * @param from recorded at or after
 * @param to recorded before
 */
public record AuditFilter(String who, AuditAction action, String subject, Instant from, Instant to)
    implements Serializable {

  public static AuditFilter all() {
    return new AuditFilter(null, null, null, null, null);
  }

  public AuditFilter withWho(String part) {
    return new AuditFilter(part, action, subject, from, to);
  }

  public AuditFilter withAction(AuditAction wanted) {
    return new AuditFilter(who, wanted, subject, from, to);
  }

  public AuditFilter withSubject(String part) {
    return new AuditFilter(who, action, part, from, to);
  }

  public AuditFilter withTime(Instant first, Instant end) {
    return new AuditFilter(who, action, subject, first, end);
  }
}
