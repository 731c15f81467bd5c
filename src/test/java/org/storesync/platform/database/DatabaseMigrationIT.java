package org.storesync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class DatabaseMigrationIT {

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Inject private DatabaseVendor vendor;

  @Test
  void the_server_runs_on_the_database_that_this_run_of_the_tests_is_for() throws SQLException {
    String wanted = System.getProperty("storesync.test.database");

    assertThat(vendor.folder()).isEqualTo(wanted);
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualToIgnoringCase(wanted);
    }
  }

  @Test
  void every_migration_was_applied_before_the_first_request() throws SQLException {
    assertThat(number("select count(*) from flyway_schema_history where success")).isPositive();
    assertThat(number("select count(*) from flyway_schema_history where not success")).isZero();
    assertThat(number("select count(*) from secret_key_check")).isPositive();
  }

  private long number(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.replace("success", "\"success\""))) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
