package org.storesync.platform.database;

import io.github.bucket4j.TimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import javax.transaction.xa.XAException;
import org.h2.mvstore.MVStoreException;

/**
 * Tells failures that pass by themselves (the database is restarted, its disk is full, a lock was
 * not given in time, two transactions met) from those that would come again.
 */
public final class DatabaseTrouble {

  /**
   * Classes of SQL states: connection, transaction rolled back, no room (disk, memory,
   * connections), operator intervention, and what the system below the database refuses.
   */
  private static final List<String> PASSING_STATES = List.of("08", "40", "53", "57", "58");

  private static final int MAX_DEPTH = 20;

  private DatabaseTrouble() {}

  /** Whether the same work may well succeed when it is simply done again. */
  public static boolean passes(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLException sql ? passes(sql) : isOfTheStore(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * A commit of which nobody knows what became: what it should have written is looked for when the
   * work goes on. H2 gives what its file refused no state of its own. And the wait for a bucket of
   * quota, which is a row too, ends early when the clock is set forward meanwhile.
   */
  private static boolean isOfTheStore(Throwable cause) {
    return cause instanceof XAException
        || cause instanceof MVStoreException
        || cause instanceof TimeoutException;
  }

  private static boolean passes(SQLException failure) {
    return failure instanceof SQLTransientException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || (failure.getSQLState() != null
            && PASSING_STATES.stream().anyMatch(failure.getSQLState()::startsWith));
  }
}
