package org.storesync.record;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Sums up how records were counted, so that counts stay quick to read. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class SummedCounts {

  @Inject private RecordCounts counts;

  @Schedule(hour = "*", minute = "*", persistent = false)
  void everyMinute() {
    counts.sumUp();
  }
}
