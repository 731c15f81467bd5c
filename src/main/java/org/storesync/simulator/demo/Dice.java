package org.storesync.simulator.demo;

import java.util.List;

/**
 * Numbers that look drawn by lot and are the same on every run, server and Java: SplitMix64. The
 * generators of the JDK are not promised to stay the same from release to release.
 */
final class Dice {

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long... seeds) {
    for (long seed : seeds) {
      state = mixed(state + STEP + seed);
    }
  }

  long next() {
    state += STEP;
    return mixed(state);
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** A whole number from 0 (inclusive) to the bound (exclusive). */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** A time span between the two, in milliseconds. */
  long between(long least, long greatest) {
    return least + (long) (unit() * (greatest - least));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
