package org.storesync.platform.database;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Many rows as one array for each column: how PostgreSQL takes them in one statement. A column that
 * has the same value in all rows goes as that value, since writing and reading an array costs more
 * than the rest. Only for PostgreSQL, and only where the speed of many records depends on it.
 */
public final class RowArrays {

  private static final String ROWS = ":rows";

  private final List<Column> columns;
  private final List<List<Object>> values = new ArrayList<>();

  /** Whether all values of a column are the same. */
  private final boolean[] same;

  /**
   * One column of the rows.
   *
   * @param type its type in PostgreSQL
   */
  public record Column(String name, String type) {}

  public RowArrays(List<Column> columns) {
    this.columns = List.copyOf(columns);
    columns.forEach(column -> values.add(new ArrayList<>()));
    same = new boolean[columns.size()];
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
    return type.equals("timestamptz") ? DatabaseInstant.read(value) : value;
  }

  /** Adds a row: a value or null for each column, in their order. */
  public void add(Object... row) {
    for (int place = 0; place < row.length; place++) {
      Object value = row[place] instanceof Enum<?> name ? name.name() : row[place];
      List<Object> others = values.get(place);
      // Not the first one, which tells how many rows there are.
      boolean mayBeTold = place > 0 && !(value instanceof byte[]);
      same[place] =
          mayBeTold && (others.isEmpty() || same[place] && Objects.equals(others.get(0), value));
      others.add(value);
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
   * Executes a query, with a {@link FreshPlan}.
   *
   * @param connection of the caller's transaction
   * @param sql names the rows {@code :rows}, as a table {@code x}
   * @param reader of each row of the result
   * @throws PersistenceException if the database refuses it
   */
  public <T> List<T> select(Connection connection, String sql, RowReader<T> reader) {
    try (PreparedStatement statement =
        connection.prepareStatement(FreshPlan.of(sql.replace(ROWS, table())))) {
      bind(connection, statement);
      return reader.readAll(statement);
    } catch (SQLException refused) {
      throw new PersistenceException(refused);
    }
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    int place = 1;
    for (int column = 0; column < columns.size(); column++) {
      if (same[column]) {
        bindValue(statement, place++, values.get(column).get(0));
      }
    }
    for (int column = 0; column < columns.size(); column++) {
      if (!same[column]) {
        bindArray(connection, statement, place++, columns.get(column).type(), values.get(column));
      }
    }
  }

  /** As text, which the statement says the type of: so it is read once and not for each row. */
  private static void bindValue(PreparedStatement statement, int place, Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(place, Types.NULL);
    } else {
      statement.setObject(place, value.toString(), Types.OTHER);
    }
  }

  private static void bindArray(
      Connection connection,
      PreparedStatement statement,
      int place,
      String type,
      List<Object> values)
      throws SQLException {
    Object[] array =
        switch (type) {
          case "bytea" -> values.toArray(byte[][]::new);
          case "bigint" -> values.toArray(Long[]::new);
          case "int" -> values.toArray(Integer[]::new);
          case "text" -> values.toArray(String[]::new);
          default -> null;
        };
    if (array == null) {
      statement.setObject(place, text(values), Types.OTHER);
    } else {
      statement.setArray(place, connection.createArrayOf(type, array));
    }
  }

  /** An array in the words of PostgreSQL, of values that it reads without quotation marks. */
  private static String text(List<Object> values) {
    StringJoiner text = new StringJoiner(",", "{", "}");
    values.forEach(value -> text.add(value == null ? "NULL" : value.toString()));
    return text.toString();
  }

  private String table() {
    StringJoiner selected = new StringJoiner(", ", "(select ", "");
    StringJoiner arrays = new StringJoiner(", ", "unnest(", ")");
    StringJoiner names = new StringJoiner(", ", "(", ")");
    for (int place = 0; place < columns.size(); place++) {
      Column column = columns.get(place);
      if (same[place]) {
        selected.add("cast(? as " + column.type() + ") as " + column.name());
      } else {
        selected.add("u." + column.name());
        arrays.add("cast(? as " + column.type() + "[])");
        names.add(column.name());
      }
    }
    return selected + " from " + arrays + " as u " + names + ") as x";
  }
}
