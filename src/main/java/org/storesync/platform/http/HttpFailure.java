package org.storesync.platform.http;

/** A call brought no answer. Messages name the host at most, never headers, query or body. */
public abstract sealed class HttpFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private HttpFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** No connection, or it broke, or the answer took too long; after all tries. */
  public static final class Broken extends HttpFailure {
    private static final long serialVersionUID = 1L;

    Broken(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The answer is longer than the gateway takes. */
  public static final class AnswerTooLarge extends HttpFailure {
    private static final long serialVersionUID = 1L;

    AnswerTooLarge(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The address is none that may be called. Nothing was sent. */
  public static final class AddressRefused extends HttpFailure {
    private static final long serialVersionUID = 1L;

    AddressRefused(String message) {
      super(message, null);
    }
  }
}
