package org.storesync.run;

import java.io.Serializable;

/**
 * Who or what started a run.
 *
 * @param name for people: a user's name, or the name of a schedule
 * @param unattended whether nobody waits for it: failed records then wait for their next try
 */
public record Starter(String name, boolean unattended) implements Serializable {

  public static Starter person(String userName) {
    return new Starter(userName, false);
  }
}
