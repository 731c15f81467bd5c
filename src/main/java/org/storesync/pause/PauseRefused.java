package org.storesync.pause;

import jakarta.ejb.ApplicationException;

/** A pause that can't be begun as asked; nothing was changed. */
@ApplicationException(rollback = true)
public class PauseRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why it was refused; each has its text {@code pause.refused.<name>}. */
  public enum Reason {
    /** Others want to know why nothing goes on. */
    REASON_MISSING,
    REASON_TOO_LONG,
    /** It would have ended already. */
    ENDS_IN_THE_PAST,
    STORE_UNKNOWN,
    ENTITY_UNKNOWN
  }

  private final Reason reason;

  public PauseRefused(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
