package org.storesync.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Looks into the PostgreSQL database of running servers, past them. */
public final class TestQueries {

  private final ServerSettings database;
  private final Duration patience;

  /**
   * @param database as {@link TestPostgresql#newDatabase} made it
   * @param patience the longest wait for what is awaited
   */
  public TestQueries(ServerSettings database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  /** The first column of all rows. */
  public List<String> texts(String query) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** A number; 0 for none. */
  public long number(String query) {
    return Long.parseLong(texts("select coalesce((" + query + "), 0)").get(0));
  }

  public void awaitAtLeast(long atLeast, String query) {
    Awaitility.await(query)
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> number(query) >= atLeast);
  }

  public void execute(String sql) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A connection of the test's own, for instance to lock something. */
  public Connection connection() throws SQLException {
    return DriverManager.getConnection(
        database.values().get("storesync.db.url"),
        database.values().get("storesync.db.user"),
        database.values().get("storesync.db.password"));
  }
}
