package org.storesync.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.platform.database.DatabaseResource;

@ArquillianTest
class SecretKeysIT {

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Inject private SecretBox box;

  @Test
  void the_database_proves_the_key_that_the_server_was_given() throws SQLException {
    byte[] check = storedCheck(box.currentKeyId());

    assertThat(SecretBox.keyIdOf(check)).isEqualTo(box.currentKeyId());
    assertThat(box.open(check)).isEqualTo("StoreSync key check");
  }

  @Test
  void a_closed_column_comes_back_from_the_database_as_it_was_and_opens() throws SQLException {
    EncryptedText column = new EncryptedText();
    byte[] closed = column.convertToDatabaseColumn("Žofie Nováková, 北京");

    byte[] stored;
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into secret_key_check (key_id, check_value, created_at)"
                  + " values ('test', ?, current_timestamp)")) {
        insert.setBytes(1, closed);
        insert.executeUpdate();
        stored = storedCheck(connection, "test");
      } finally {
        connection.rollback();
      }
    }

    assertThat(column.convertToEntityAttribute(stored)).isEqualTo("Žofie Nováková, 北京");
  }

  @Test
  void an_empty_column_stays_empty() {
    assertThat(new EncryptedText().convertToDatabaseColumn(null)).isNull();
    assertThat(new EncryptedText().convertToEntityAttribute(null)).isNull();
  }

  private byte[] storedCheck(String keyId) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return storedCheck(connection, keyId);
    }
  }

  private static byte[] storedCheck(Connection connection, String keyId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select check_value from secret_key_check where key_id = ?")) {
      select.setString(1, keyId);
      try (ResultSet rows = select.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getBytes(1);
      }
    }
  }
}
