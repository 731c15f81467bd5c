package org.storesync.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL, unpacked from an artifact of Maven Central below {@code target/postgresql} and
 * listening on a free port of the loopback address. Closed with the test JVM at the latest.
 */
public final class TestPostgresql implements AutoCloseable {

  private static final String USER = "postgres";
  private static final Path WORKING_FOLDER = Path.of("target", "postgresql");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final EmbeddedPostgres.Builder builder;
  private EmbeddedPostgres server;

  private TestPostgresql(EmbeddedPostgres.Builder builder) {
    this.builder = builder;
    begin();
  }

  public static TestPostgresql start() {
    return new TestPostgresql(builder());
  }

  /**
   * One that loses nothing when the power goes, as in production. The others spare themselves that.
   */
  public static TestPostgresql startDurable() {
    return new TestPostgresql(durable());
  }

  /**
   * The same with the data of an earlier one, if there was one; they stay for the next.
   *
   * @param folder where they are
   */
  public static TestPostgresql startDurable(Path folder) {
    return new TestPostgresql(
        durable().setDataDirectory(folder.toAbsolutePath()).setCleanDataDirectory(false));
  }

  private static EmbeddedPostgres.Builder durable() {
    return builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
  }

  /** One that can be stopped and started again with what it holds. */
  public static TestPostgresql startRestartable() {
    try {
      return startRestartable(Files.createDirectories(WORKING_FOLDER.toAbsolutePath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with its data below this folder. */
  public static TestPostgresql startRestartable(Path folder) {
    try {
      return new TestPostgresql(
          builder()
              .setDataDirectory(Files.createTempDirectory(folder, "data-"))
              .setCleanDataDirectory(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(WORKING_FOLDER.toFile())
        .setPGStartupWait(START_LIMIT);
  }

  private void begin() {
    try {
      server = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The PostgreSQL of the tests does not start", e);
    }
  }

  /** Stops a restartable one as for maintenance: whoever is connected is cut off. */
  public void stop() {
    close();
  }

  /** Starts it again on the same port. */
  public void startAgain() {
    builder.setPort(server.getPort());
    begin();
  }

  /**
   * The settings of StoreSync that lead to an empty database of this name, made now.
   *
   * @param name lower case letters and underscores
   */
  public ServerSettings newDatabase(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement create = connection.createStatement()) {
      create.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("The test database can't be made", e);
    }
    return database(name);
  }

  /** The settings of StoreSync that lead to a database that is there. */
  public ServerSettings database(String name) {
    return ServerSettings.none()
        .with("storesync.db.url", server.getJdbcUrl(USER, name).replaceAll("[?].*", ""))
        .with("storesync.db.user", USER)
        .with("storesync.db.password", USER);
  }

  public boolean hasDatabase(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        PreparedStatement query =
            connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, name);
      return query.executeQuery().next();
    } catch (SQLException e) {
      throw new IllegalStateException("The test databases can't be looked for", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The PostgreSQL of the tests does not stop", e);
    }
  }
}
