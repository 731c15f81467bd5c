package org.storesync.platform.database;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Many rows as one array for each column: how PostgreSQL takes them in one statement. Only for
 * PostgreSQL, and only where the speed of many records depends on it.
 */
public final class RowArrays {

  private static final String ROWS = ":rows";

  private final List<Column> columns;
  private final List<List<Object>> values = new ArrayList<>();

  /**
   * One column of the rows.
   *
   * @param type its type in PostgreSQL
   */
  public record Column(String name, String type) {}

  public RowArrays(List<Column> columns) {
    this.columns = List.copyOf(columns);
    columns.forEach(column -> values.add(new ArrayList<>()));
  }

  /**
   * Columns of one type each, told as {@code "bigint id, text name"}.
   *
   * @param columns type and name of each, separated by commas
   */
  public static List<Column> columns(String columns) {
    return Arrays.stream(columns.split(","))
        .map(column -> column.strip().split(" "))
        .map(column -> new Column(column[1], column[0]))
        .toList();
  }

  /** The names of columns, for a statement. */
  public static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /**
   * The values of a row that a query found.
   *
   * @param columns what the query selects, in this order
   */
  public static Object[] values(ResultSet row, List<Column> columns) throws SQLException {
    Object[] values = new Object[columns.size()];
    for (int place = 0; place < values.length; place++) {
      values[place] = value(row, place + 1, columns.get(place).type());
    }
    return values;
  }

  private static Object value(ResultSet row, int place, String type) throws SQLException {
    Object value = row.getObject(place);
    return type.equals("timestamptz") && value != null ? ((Timestamp) value).toInstant() : value;
  }

  /** Adds a row: a value or null for each column, in their order. */
  public void add(Object... row) {
    for (int column = 0; column < row.length; column++) {
      values.get(column).add(row[column] instanceof Enum<?> value ? value.name() : row[column]);
    }
  }

  public boolean isEmpty() {
    return values.get(0).isEmpty();
  }

  /**
   * Executes a statement.
   *
   * @param connection of the caller's transaction
   * @param sql names the rows {@code :rows}, as a table {@code x}
   * @return how many rows it changed
   * @throws PersistenceException if the database refuses it
   */
  public int execute(Connection connection, String sql) {
    try (PreparedStatement statement = connection.prepareStatement(sql.replace(ROWS, table()))) {
      bind(connection, statement);
      return statement.executeUpdate();
    } catch (SQLException refused) {
      throw new PersistenceException(refused);
    }
  }

  /**
   * Executes a query.
   *
   * @param connection of the caller's transaction
   * @param sql names the rows {@code :rows}, as a table {@code x}
   * @param reader of each row of the result
   * @throws PersistenceException if the database refuses it
   */
  public <T> List<T> select(Connection connection, String sql, RowReader<T> reader) {
    try (PreparedStatement statement = connection.prepareStatement(sql.replace(ROWS, table()))) {
      bind(connection, statement);
      return reader.readAll(statement);
    } catch (SQLException refused) {
      throw new PersistenceException(refused);
    }
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    for (int column = 0; column < columns.size(); column++) {
      statement.setArray(
          column + 1,
          connection.createArrayOf(columns.get(column).type(), array(columns.get(column), column)));
    }
  }

  private Object[] array(Column column, int place) {
    return switch (column.type()) {
      case "bytea" -> values.get(place).toArray(byte[][]::new);
      case "bigint" -> values.get(place).toArray(Long[]::new);
      case "timestamptz" -> values.get(place).stream().map(RowArrays::time).toArray();
      default -> values.get(place).toArray();
    };
  }

  private static String time(Object instant) {
    return instant == null ? null : ((Instant) instant).toString();
  }

  private String table() {
    return "unnest(%s) as x (%s)"
        .formatted(
            columns.stream().map(column -> "?").collect(Collectors.joining(", ")), names(columns));
  }
}
