package org.storesync.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  private final EmbeddedPostgres server;

  private TestPostgresql(EmbeddedPostgres server) {
    this.server = server;
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
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target", "postgresql").toFile());
    configuration.forEach(builder::setServerConfig);
    try {
      return new TestPostgresql(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("The PostgreSQL of the tests does not start", e);
    }
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
