package org.storesync.unattended;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which days are lived through, and what befalls the servers in them.
 *
 * @param suspended absent: never
 * @param killedWhileProcessing absent: never
 */
record SimulatedDays(
    Instant start,
    Instant killedWhilePreparing,
    Instant outage,
    Duration outageLasts,
    Optional<Instant> suspended,
    Instant databaseRestarted,
    Optional<Instant> killedWhileProcessing,
    Instant end) {

  /**
   * Clocks go forward in Berlin on 28 March 2027 and back in Sydney on 4 April: both within ten
   * days.
   */
  private static final SimulatedDays TEN =
      new SimulatedDays(
          Instant.parse("2027-03-26T00:00:00Z"),
          Instant.parse("2027-03-27T10:10:00Z"),
          Instant.parse("2027-03-29T08:05:00Z"),
          Duration.ofHours(1),
          Optional.of(Instant.parse("2027-03-30T12:00:00Z")),
          Instant.parse("2027-03-31T14:10:00Z"),
          Optional.of(Instant.parse("2027-04-02T09:00:00Z")),
          Instant.parse("2027-04-05T00:00:00Z"));

  /** The night in which the clocks go forward in Berlin. */
  private static final SimulatedDays NIGHT =
      new SimulatedDays(
          Instant.parse("2027-03-27T22:00:00Z"),
          Instant.parse("2027-03-27T23:10:00Z"),
          Instant.parse("2027-03-27T23:35:00Z"),
          Duration.ofMinutes(30),
          Optional.empty(),
          Instant.parse("2027-03-28T01:50:00Z"),
          Optional.empty(),
          Instant.parse("2027-03-28T05:00:00Z"));

  /** Ten days where the system property asks for them, else one night. */
  static SimulatedDays asked() {
    return Boolean.getBoolean("storesync.test.ten.days") ? TEN : NIGHT;
  }

  Instant outageEnds() {
    return outage.plus(outageLasts);
  }
}
