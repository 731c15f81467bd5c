package org.storesync.history;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncStatus;

/** The filters that are one click away (domain section 7). A closed set on purpose. */
public enum Preset {
  ALL,
  READY,
  PREPARED,
  FAILED,
  PROCESSED,
  ABORTED,
  SKIPPED,
  FILTERED,
  DELETED,
  INVALID,
  /** Of entities or stores that take no part. */
  INACTIVE;

  /** By its name as an address has it, whatever the case; all records for a name that is none. */
  public static Preset of(String name) {
    return Arrays.stream(values())
        .filter(preset -> preset.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(ALL);
  }

  RecordFilter narrow(RecordFilter filter) {
    return switch (this) {
      case ALL -> filter;
      case READY -> filter.withStatuses(SyncStatus.readyToProcess()).withActive(true);
      case INACTIVE -> filter.withActive(false);
      case PREPARED, FAILED, PROCESSED, ABORTED, SKIPPED, FILTERED, DELETED, INVALID ->
          filter.withStatuses(statuses());
    };
  }

  private Set<SyncStatus> statuses() {
    return EnumSet.of(SyncStatus.valueOf(name()));
  }
}
