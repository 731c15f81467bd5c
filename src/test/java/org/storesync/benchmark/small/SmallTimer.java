package org.storesync.benchmark.small;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** The one bean that begins with the application and has a timer. */
@Singleton
@Startup
public class SmallTimer {

  @Inject private SmallRows rows;

  @Schedule(hour = "3", persistent = false)
  void look() {
    rows.all();
  }
}
