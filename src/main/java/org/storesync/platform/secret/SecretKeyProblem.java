package org.storesync.platform.secret;

/** The server can't open what it stored. The message tells the admin what to do. */
public class SecretKeyProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SecretKeyProblem(String message) {
    super(message);
  }

  public SecretKeyProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
