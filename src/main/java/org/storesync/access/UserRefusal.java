package org.storesync.access;

import jakarta.ejb.ApplicationException;

/** A change of a user or token that a rule does not allow; nothing was changed. */
@ApplicationException(rollback = true)
public class UserRefusal extends RuntimeException {

  /** The rule that refused. */
  public enum Reason {
    NAME_MALFORMED,
    NAME_TAKEN,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_COMMON,
    PASSWORD_WRONG,
    PASSWORD_WAITS,
    LAST_ADMINISTRATOR,
    USER_GONE,
    TOKEN_NAME_MALFORMED,
    TOKEN_NAME_TAKEN,
    TOKEN_LIFE,
    TOKEN_GONE
  }

  private final Reason reason;

  public UserRefusal(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Key of the text that says it to a person, in the bundle of this room. */
  public String textKey() {
    return "refusal." + reason;
  }
}
