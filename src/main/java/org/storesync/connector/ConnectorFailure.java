package org.storesync.connector;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/**
 * A system could not do what it was asked. The types tell what the engine does next; the message is
 * a whole sentence for people that names store, operation and, where there is one, the system's
 * request id, and holds neither secrets nor personal data.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract sealed class ConnectorFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ConnectorFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The system is busy, throttles, or can't be reached: the same call may work later. */
  public static final class RetryLater extends ConnectorFailure {
    private static final long serialVersionUID = 1L;
    private final Duration delay;
    private final boolean countsAsAttempt;

    /**
     * @param delay how long to wait at least
     * @param countsAsAttempt false where nothing was tried (waiting for quota, system down), so
     *     that a record keeps its attempts
     */
    public RetryLater(String message, Duration delay, boolean countsAsAttempt, Throwable cause) {
      super(message, cause);
      this.delay = delay;
      this.countsAsAttempt = countsAsAttempt;
    }

    public Duration delay() {
      return delay;
    }

    public boolean countsAsAttempt() {
      return countsAsAttempt;
    }
  }

  /** The quota is used up for now: nothing was tried, and nothing is wrong. */
  public static final class QuotaUsedUp extends ConnectorFailure {
    private static final long serialVersionUID = 1L;
    private final Duration delay;

    /**
     * @param delay how long until there is quota again
     */
    public QuotaUsedUp(String message, Duration delay) {
      super(message, null);
      this.delay = delay;
    }

    public Duration delay() {
      return delay;
    }
  }

  /** The system refuses this document or call; trying again without a change is of no use. */
  public static final class Rejected extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public Rejected(String message) {
      super(message, null);
    }

    public Rejected(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The system no longer accepts the store's sign-in: a person must authorize again. */
  public static final class SignInLost extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public SignInLost(String message) {
      super(message, null);
    }
  }

  /** A setting of the store is missing or wrong. */
  public static final class Misconfigured extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public Misconfigured(String message) {
      super(message, null);
    }
  }

  /** The {@link Cursor} is no longer accepted: the window must be asked for from its beginning. */
  public static final class CursorExpired extends ConnectorFailure {
    private static final long serialVersionUID = 1L;

    public CursorExpired(String message) {
      super(message, null);
    }
  }
}
