package org.storesync.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.storesync.platform.database.DatabaseMigration;
import org.storesync.platform.database.DatabaseResource;

/**
 * The database answers in time and holds the schema that this server needs: one that was put back
 * from an older backup does not. Anybody may ask, so the answer tells up or down and nothing else;
 * the reason is in the server's log.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  /** How long the database may take, waiting for a connection included. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(DatabaseReady.class.getName());

  private static final String MIGRATIONS =
      "select count(*) from flyway_schema_history where success = true and version = ?";

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Resource private ManagedExecutorService executor;
  @Inject private DatabaseMigration migration;

  private Future<Boolean> asked;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try {
      return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.log(Level.WARNING, "The database did not answer within {0}; not ready.", PATIENCE);
      return false;
    } catch (ExecutionException failure) {
      LOG.log(Level.WARNING, "The database can't be used; not ready.", failure.getCause());
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** While a question is unanswered nobody asks a second one: a hung database would eat threads. */
  private synchronized Future<Boolean> ask() {
    if (asked == null || asked.isDone()) {
      asked = executor.submit(this::schemaThere);
    }
    return asked;
  }

  private boolean schemaThere() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(MIGRATIONS)) {
      statement.setQueryTimeout((int) PATIENCE.toSeconds());
      try {
        return holdsSchema(statement);
      } finally {
        // H2 keeps it for the connection, which goes back into the pool.
        statement.setQueryTimeout(0);
      }
    }
  }

  private boolean holdsSchema(PreparedStatement statement) throws SQLException {
    statement.setString(1, migration.schemaVersion());
    try (ResultSet migrations = statement.executeQuery()) {
      return migrations.next() && migrations.getInt(1) > 0;
    }
  }
}
