package org.storesync.faults;

import java.time.Duration;
import java.util.Random;

/**
 * How much the tests of faults do: little by default, more in the profile {@code faults} or as
 * system properties say.
 */
final class Extent {

  /** How many orders the marketplace has; a multiple of {@link Shop#DAYS}. */
  static final int ORDERS = Integer.getInteger("storesync.faults.orders", 3_000);

  /** How often a server is killed. */
  static final int KILLS = Integer.getInteger("storesync.faults.kills", 2);

  /** How many records a person means by "all". */
  static final int RECORDS = Integer.getInteger("storesync.faults.records", 20_000);

  /** How long the marketplace misbehaves. */
  static final Duration UNREST =
      Duration.parse(System.getProperty("storesync.faults.unrest", "PT20S"));

  /**
   * Whether there is time for being throttled: the quota that is lost comes back after minutes, as
   * at Amazon. {@code AmazonFaultsIT} has it with a clock that is moved.
   */
  static final boolean THROTTLED = UNREST.compareTo(Duration.ofMinutes(5)) >= 0;

  /** Longest wait for anything, on a machine that does other things too. */
  static final Duration PATIENCE =
      Duration.ofMinutes(4).plusMillis(20L * Math.max(ORDERS, RECORDS));

  private Extent() {}

  /** Dice that fall the same again when the seed that is printed is given. */
  static Random dice() {
    long seed = Long.getLong("storesync.faults.seed", System.nanoTime());
    System.out.println("To repeat what was thrown: -Dstoresync.faults.seed=" + seed);
    return new Random(seed);
  }
}
