package org.storesync.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.storesync.benchmark.memory.InventedOrders;
import org.storesync.server.ServerSettings;

/** The database of one contestant, with the tables of StoreSync. */
record BenchmarkDatabase(ServerSettings settings) {

  /** Makes the tables, for contestants that do not do so themselves. */
  void migrate() {
    Flyway.configure()
        .dataSource(url(), user(), user())
        .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
        .load()
        .migrate();
  }

  String url() {
    return settings.values().get("storesync.db.url");
  }

  String user() {
    return settings.values().get("storesync.db.user");
  }

  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user());
    properties.setProperty("password", user());
    properties.setProperty("reWriteBatchedInserts", "true");
    return DriverManager.getConnection(url(), properties);
  }

  /** Puts the items into the books that the lines of the orders are about. */
  void addItems() {
    for (int item = 0; item < InventedOrders.ITEMS; item++) {
      String id = InventedOrders.itemId(item);
      execute(
          "insert into item (id, item_id, item_key, description, active, created_at, changed_at,"
              + " version) values (%d, '%s', '%s', 'Bottle', true, now(), now(), 1)"
                  .formatted(1_000_000 + item, id, id.toLowerCase(java.util.Locale.ROOT)));
    }
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The only number that a query answers. */
  long number(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** What one contestant left to be written must not burden the next. */
  void settle() {
    execute("checkpoint");
  }
}
