package org.storesync.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

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
    return start(builder());
  }

  /**
   * One that loses nothing when the power goes, as in production. The others spare themselves that.
   */
  public static TestPostgresql startDurable() {
    return start(durable());
  }

  /**
   * The same with the data of an earlier one, if there was one; they stay for the next.
   *
   * @param folder where they are
   */
  public static TestPostgresql startDurable(Path folder) {
    return start(durable().setDataDirectory(folder.toAbsolutePath()).setCleanDataDirectory(false));
  }

  private static EmbeddedPostgres.Builder durable() {
    return builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
  }

  private static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(Path.of("target", "postgresql").toFile());
  }

  private static TestPostgresql start(EmbeddedPostgres.Builder builder) {
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
