package org.storesync.run;

import java.io.Serializable;
import org.storesync.audit.AuditActor;

/**
 * Who or what started a run.
 *
 * @param name for people: a user's name, or the name of a schedule
 * @param unattended whether nobody waits for it: failed records then wait for their next try
 */
public record Starter(String name, boolean unattended) implements Serializable {

  /**
   * Who acted, for the audit trail.
   *
   * @param caller who is signed in at this moment
   */
  AuditActor actor(AuditActor caller) {
    return unattended ? AuditActor.schedule(name) : caller;
  }

  public static Starter person(String userName) {
    return new Starter(userName, false);
  }
}
