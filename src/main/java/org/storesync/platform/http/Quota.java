package org.storesync.platform.http;

/**
 * What a system allows one account to do: calls of one operation come out of a bucket that holds
 * {@code burst} of them and is filled again at a steady rate.
 *
 * @param account whose bucket it is; never a secret
 * @param operation the system's name for the operation
 * @param perSecond calls per second as published, more than 0
 * @param burst calls at once when none was made for long, at least 1
 */
public record Quota(String account, String operation, double perSecond, int burst) {

  public Quota {
    if (perSecond <= 0 || burst < 1) {
      throw new IllegalArgumentException("A quota allows something: " + operation);
    }
  }
}
