package org.storesync.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.platform.database.DatabaseMigration;
import org.storesync.platform.database.DatabaseResource;

@ArquillianTest
class DatabaseReadyIT {

  @Inject @Readiness private DatabaseReady ready;
  @Inject private DatabaseMigration migration;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Test
  void a_database_with_an_older_schema_than_the_server_needs_is_not_ready() throws SQLException {
    assertThat(ready.call().getStatus()).isEqualTo(Status.UP);
    mark(false);
    try {
      HealthCheckResponse older = ready.call();

      assertThat(older.getStatus()).isEqualTo(Status.DOWN);
      assertThat(older.getData().orElse(Map.of())).as("details for outsiders").isEmpty();
    } finally {
      mark(true);
    }
    assertThat(ready.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void the_short_patience_of_the_question_is_not_left_with_the_connection() throws SQLException {
    // So often that every connection of the pool that is free was asked.
    for (int question = 0; question < 10; question++) {
      assertThat(ready.call().getStatus()).isEqualTo(Status.UP);
    }
    try (Connection one = dataSource.getConnection();
        Connection other = dataSource.getConnection();
        Statement first = one.createStatement();
        Statement second = other.createStatement()) {
      assertThat(first.getQueryTimeout()).isZero();
      assertThat(second.getQueryTimeout()).isZero();
    }
  }

  private void mark(boolean applied) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update flyway_schema_history set success = %s where version = '%s'"
                      .formatted(applied, migration.schemaVersion())))
          .isEqualTo(1);
    }
  }
}
