package org.storesync.connector;

import java.io.Serializable;

/**
 * One step of a connection test.
 *
 * @param name what was checked
 * @param result how it ended
 * @param detail what was found, a sentence
 * @param remedy exactly what to do when it failed; empty otherwise
 */
public record ConnectionCheck(String name, Result result, String detail, String remedy)
    implements Serializable {

  /** How a check ended. */
  public enum Result {
    PASSED,
    FAILED,
    /** An earlier check failed, so this one could tell nothing. */
    NOT_RUN
  }

  public static ConnectionCheck passed(String name, String detail) {
    return new ConnectionCheck(name, Result.PASSED, detail, "");
  }

  public static ConnectionCheck failed(String name, String detail, String remedy) {
    return new ConnectionCheck(name, Result.FAILED, detail, remedy);
  }

  public static ConnectionCheck notRun(String name) {
    return new ConnectionCheck(name, Result.NOT_RUN, "", "");
  }
}
