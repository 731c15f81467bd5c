package org.storesync.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the row that a result is at. */
@FunctionalInterface
public interface RowReader<T> {

  T read(ResultSet row) throws SQLException;
}
