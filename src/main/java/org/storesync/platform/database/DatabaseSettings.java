package org.storesync.platform.database;

import org.eclipse.microprofile.config.Config;
import org.storesync.platform.config.HomeFolder;

/**
 * How the database is reached: {@code STORESYNC_DB_URL}, {@code STORESYNC_DB_USER}, {@code
 * STORESYNC_DB_PASSWORD}; without an address an H2 file below {@code STORESYNC_HOME}.
 *
 * @param url JDBC address
 * @param user may be empty
 * @param password may be empty; never printed
 */
public record DatabaseSettings(String url, String user, String password) {

  private static final String H2_MODE =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000";

  public static DatabaseSettings of(Config config) {
    String url =
        config
            .getOptionalValue("storesync.db.url", String.class)
            .filter(configured -> !configured.isBlank())
            .orElseGet(() -> embedded(config));
    return new DatabaseSettings(
        url,
        config.getOptionalValue("storesync.db.user", String.class).orElse(""),
        config.getOptionalValue("storesync.db.password", String.class).orElse(""));
  }

  private static String embedded(Config config) {
    return "jdbc:h2:file:"
        + HomeFolder.of(config).resolve("database").resolve("storesync")
        + H2_MODE;
  }

  public DatabaseVendor vendor() {
    return DatabaseVendor.ofUrl(url);
  }

  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url.replaceAll("[?;].*", "") + "]";
  }
}
