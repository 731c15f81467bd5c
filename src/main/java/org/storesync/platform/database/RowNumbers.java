package org.storesync.platform.database;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.LongStream;

/** Numbers for new rows that no entity manager numbers, from the sequences that it uses as well. */
public final class RowNumbers {

  private RowNumbers() {}

  /**
   * At least this many numbers that nobody else gets.
   *
   * @param connection of the caller's transaction
   * @param sequence name of the sequence
   * @param increment how much each value of the sequence stands for: the numbers up to it
   * @throws PersistenceException if the database refuses
   */
  public static Iterator<Long> next(
      Connection connection, String sequence, int increment, int count) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select nextval(cast(? as regclass)) from generate_series(1, ?)")) {
      statement.setString(1, sequence);
      statement.setInt(2, (count + increment - 1) / increment);
      RowReader<Long> ends = row -> row.getLong(1);
      return ends.readAll(statement).stream()
          .flatMapToLong(end -> LongStream.rangeClosed(end - increment + 1, end))
          .iterator();
    } catch (SQLException refused) {
      throw new PersistenceException(refused);
    }
  }
}
