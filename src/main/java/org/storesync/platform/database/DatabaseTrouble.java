package org.storesync.platform.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

/**
 * Tells failures that pass by themselves (the database is restarted, a lock was not given in time,
 * two transactions met) from those that would come again.
 */
public final class DatabaseTrouble {

  /** Classes of SQL states: connection, transaction rolled back, operator intervention. */
  private static final List<String> PASSING_STATES = List.of("08", "40", "57");

  private static final int MAX_DEPTH = 20;

  private DatabaseTrouble() {}

  /** Whether the same work may well succeed when it is simply done again. */
  public static boolean passes(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLException sql && passes(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean passes(SQLException failure) {
    return failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || (failure.getSQLState() != null
            && PASSING_STATES.stream().anyMatch(failure.getSQLState()::startsWith));
  }
}
