package org.storesync.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows as one array for each column, which is how PostgreSQL takes many rows fastest. */
final class Columns {

  private final String[] types;
  private final List<List<Object>> values = new ArrayList<>();

  Columns(String... types) {
    this.types = types;
    for (int column = 0; column < types.length; column++) {
      values.add(new ArrayList<>());
    }
  }

  void add(Object... row) {
    for (int column = 0; column < types.length; column++) {
      values.get(column).add(row[column]);
    }
  }

  boolean isEmpty() {
    return values.get(0).isEmpty();
  }

  /** Executes a statement whose first parameters are the arrays. */
  int execute(Connection connection, String sql, Object... others) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int column = 0; column < types.length; column++) {
        Object[] array =
            types[column].equals("bytea")
                ? values.get(column).toArray(byte[][]::new)
                : values.get(column).toArray();
        statement.setArray(column + 1, connection.createArrayOf(types[column], array));
      }
      for (int other = 0; other < others.length; other++) {
        statement.setObject(types.length + other + 1, others[other]);
      }
      return statement.executeUpdate();
    }
  }
}
