package org.storesync.platform.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source below the server's connection pool: reads {@link DatabaseSettings} and picks the
 * driver by the address, so that one setting moves the same WAR from H2 to PostgreSQL. The server
 * makes it by its class name (see {@link DatabaseResource}).
 */
public class ConfiguredDataSource implements DataSource {

  private final DataSource driver;

  public ConfiguredDataSource() {
    this(
        DatabaseSettings.of(ConfigProvider.getConfig(ConfiguredDataSource.class.getClassLoader())));
  }

  ConfiguredDataSource(DatabaseSettings settings) {
    driver =
        switch (settings.vendor()) {
          case H2 -> h2(settings);
          case POSTGRESQL -> postgresql(settings);
        };
  }

  private static DataSource h2(DatabaseSettings settings) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(settings.url());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    return source;
  }

  private static DataSource postgresql(DatabaseSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setReWriteBatchedInserts(true);
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
      source.setPassword(settings.password());
    }
    return source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return driver.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    // The pool passes what the resource definition says, which says nothing: settings decide.
    return driver.getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return driver.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    driver.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    driver.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return driver.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : driver.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || driver.isWrapperFor(type);
  }
}
