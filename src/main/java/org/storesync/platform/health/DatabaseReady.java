package org.storesync.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.storesync.platform.database.DatabaseResource;

/**
 * The database answers in time and holds a schema. Anybody may ask, so the answer tells up or down
 * and nothing else; the reason is in the server's log.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  /** How long the database may take, waiting for a connection included. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(DatabaseReady.class.getName());

  private static final String SCHEMA_VERSIONS =
      "select count(*) from flyway_schema_history where success = true and version is not null";

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Resource private ManagedExecutorService executor;

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
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) PATIENCE.toSeconds());
      try (ResultSet versions = statement.executeQuery(SCHEMA_VERSIONS)) {
        return versions.next() && versions.getInt(1) > 0;
      }
    }
  }
}
