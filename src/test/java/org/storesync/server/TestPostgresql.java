package org.storesync.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A real PostgreSQL, unpacked from an artifact of Maven Central below {@code target/postgresql} and
 * listening on a free port of the loopback address. Closed with the test JVM at the latest.
 */
public final class TestPostgresql implements AutoCloseable {

  private static final String USER = "postgres";
  private static final Path WORKING_FOLDER = Path.of("target", "postgresql");

  private final EmbeddedPostgres.Builder builder;
  private EmbeddedPostgres server;

  private TestPostgresql(EmbeddedPostgres.Builder builder) {
    this.builder = builder;
    begin();
  }

  public static TestPostgresql start() {
    return start(Map.of());
  }

  /**
   * One that loses nothing when the power goes, as in production. The others spare themselves that.
   */
  public static TestPostgresql startDurable() {
    return start(Map.of("fsync", "on", "synchronous_commit", "on"));
  }

  private static TestPostgresql start(Map<String, String> configuration) {
    EmbeddedPostgres.Builder builder = builder();
    configuration.forEach(builder::setServerConfig);
    return new TestPostgresql(builder);
  }

  /** One that can be stopped and started again with what it holds. */
  public static TestPostgresql startRestartable() {
    try {
      Path folder = Files.createDirectories(WORKING_FOLDER.toAbsolutePath());
      return new TestPostgresql(
          builder()
              .setDataDirectory(Files.createTempDirectory(folder, "data-"))
              .setCleanDataDirectory(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setOverrideWorkingDirectory(WORKING_FOLDER.toFile());
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
    return ServerSettings.none()
        .with("storesync.db.url", server.getJdbcUrl(USER, name).replaceAll("[?].*", ""))
        .with("storesync.db.user", USER)
        .with("storesync.db.password", USER);
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
