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
public record BenchmarkDatabase(ServerSettings settings) {

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

  /** A store with its one entity, for contestants that have no pages to open one. */
  void openStore() {
    execute(
        "insert into store (id, name, name_key, active, marketplace_system, back_office_system,"
            + " settings, order_time_zone, created_at, changed_at, version) values (1, 'Floor',"
            + " 'floor', true, 'memory', 'local', '', 'UTC', now(), now(), 1)");
    execute(
        "insert into store_entity (id, store_id, kind, sync_order, active, max_failed_attempts,"
            + " version) values (1, 1, 'SALES_ORDER', 30, true, 5, 1)");
  }

  /** A run of that store. */
  long newRun(long run, String kind) {
    execute(
        ("insert into run (id, kind, group_id, leader_id, store_id, state, started_by, unattended,"
                + " then_process, forced, pages, calls, fetched, prepared, unchanged, filtered,"
                + " invalid, selected, processed, failed, aborted, passed_over, retries, due_at,"
                + " stop_requested, created_at, changed_at, version) values (%d, '%s', %d, %d, 1,"
                + " 'RUNNING', 'floor', false, false, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,"
                + " now(), false, now(), now(), 1)")
            .formatted(run, kind, run, run));
    return run;
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
