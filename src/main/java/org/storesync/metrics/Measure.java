package org.storesync.metrics;

import java.util.Locale;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * What is measured. The unit becomes the end of the name. What stands in the database is the same
 * on every node; what a node counts is its own.
 */
enum Measure {
  DATABASE_UP(MetricUnits.NONE, "Whether the figures could be read from the database: 1 or 0"),
  RECORDS(MetricUnits.NONE, "Synchronization records by store, entity and status"),
  QUEUE_AGE(
      MetricUnits.SECONDS, "For how long the oldest prepared record of an entity has been waiting"),
  RUNS_ACTIVE(MetricUnits.NONE, "Runs that have not ended, by kind and by what they do"),
  // The server writes a timer's seconds only if it is told that it counts in nanoseconds.
  RUN_DURATION(
      MetricUnits.NANOSECONDS, "How long the runs took that this node ended, by kind and outcome"),
  SCHEDULES_LATE(
      MetricUnits.NONE, "Schedules that should have begun an execution more than a minute ago"),
  OUTAGE_AGE(
      MetricUnits.SECONDS, "For how long a system has been down, by store and side; none while up"),
  PAUSES(MetricUnits.NONE, "Pauses in force"),
  NODES(MetricUnits.NONE, "Servers of the last day on this database, by state"),
  CALLS(MetricUnits.NONE, "Calls that this node made, by account and operation"),
  CALLS_THROTTLED(
      MetricUnits.NONE, "Calls of this node that were refused as too many (429), by account"),
  QUOTA_WAITS(MetricUnits.NONE, "How often this node had to wait for quota instead of calling"),
  QUOTA_TOKENS(MetricUnits.NONE, "Calls that could be made at once now, by account and operation"),
  QUOTA_RATE(MetricUnits.PER_SECOND, "Calls that are earned, as the system told last, by account");

  private final String unit;
  private final String help;

  Measure(String unit, String help) {
    this.unit = unit;
    this.help = help;
  }

  private String key() {
    return "storesync_" + name().toLowerCase(Locale.ROOT);
  }

  Metadata metadata() {
    return Metadata.builder().withName(key()).withUnit(unit).withDescription(help).build();
  }

  MetricID of(Tag... labels) {
    return new MetricID(key(), labels);
  }
}
