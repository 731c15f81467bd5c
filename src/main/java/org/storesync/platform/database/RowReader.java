package org.storesync.platform.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the row that a result is at. */
@FunctionalInterface
public interface RowReader<T> {

  T read(ResultSet row) throws SQLException;

  /** All rows that a query answers, in its order; a {@link FreshPlan} too. */
  default List<T> readAll(PreparedStatement query) throws SQLException {
    List<T> found = new ArrayList<>();
    boolean answered = query.execute();
    while (!answered && query.getUpdateCount() >= 0) {
      answered = query.getMoreResults();
    }
    try (ResultSet rows = query.getResultSet()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }
}
