package org.storesync.platform.secret;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.storesync.platform.config.HomeFolder;
import org.storesync.platform.database.DatabaseResource;
import org.storesync.platform.database.DatabaseVendor;

/**
 * Finds the keys when the server starts and proves, with the key check in the database, that they
 * are the ones this database was written with. With a wrong or missing key the deployment fails
 * with a message that says what to do; nothing has been read or written by then.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SecretKeys {

  private static final Logger LOG = Logger.getLogger(SecretKeys.class.getName());
  private static final String CHECK_TEXT = "StoreSync key check";

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Inject private DatabaseVendor vendor;
  @Inject private HomeFolder home;

  private SecretBox box;

  @PostConstruct
  void findAndCheck() {
    Config config = ConfigProvider.getConfig();
    SecretKeySource source = new SecretKeySource(config, vendor, home.path());
    try (Connection connection = dataSource.getConnection()) {
      Optional<byte[]> check = storedCheck(connection);
      box = source.load(check.isEmpty());
      if (check.isEmpty()) {
        storeCheck(connection);
      } else {
        prove(check.get());
        if (!SecretBox.keyIdOf(check.get()).equals(box.currentKeyId())) {
          storeCheck(connection);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The key check in the database can't be read", e);
    }
    LOG.info(() -> "Secrets are closed with the key " + box.currentKeyId());
  }

  private void prove(byte[] check) {
    String keyId = SecretBox.keyIdOf(check);
    if (!box.knows(keyId) || !CHECK_TEXT.equals(box.open(check))) {
      throw new SecretKeyProblem(
          ("This database was written with the secret key %s and the server was given the key %s."
                  + " Give the right key as STORESYNC_SECRET_KEY (on H2: restore the file"
                  + " secret.key), or, if the key was changed on purpose, add the earlier one to"
                  + " STORESYNC_SECRET_KEYS_EARLIER. The server does not start without it.")
              .formatted(keyId, box.currentKeyId()));
    }
  }

  private static Optional<byte[]> storedCheck(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select check_value from secret_key_check order by created_at desc, key_id");
        ResultSet rows = select.executeQuery()) {
      return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
    }
  }

  private void storeCheck(Connection connection) throws SQLException {
    // Two nodes may start together on an empty database: the first one's row stands.
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into secret_key_check (key_id, check_value, created_at)"
                + " values (?, ?, current_timestamp) on conflict do nothing")) {
      insert.setString(1, box.currentKeyId());
      insert.setBytes(2, box.close(CHECK_TEXT));
      insert.executeUpdate();
    }
  }

  /** The box that this server closes and opens with. */
  @Produces
  @jakarta.inject.Singleton
  public SecretBox box() {
    return box;
  }
}
