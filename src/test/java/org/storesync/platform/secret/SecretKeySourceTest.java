package org.storesync.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.platform.secret.SecretKeyFixture.aKey;
import static org.storesync.platform.secret.SecretKeyFixture.anotherKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.storesync.platform.config.FixedConfig;
import org.storesync.platform.database.DatabaseVendor;

class SecretKeySourceTest {

  private static final boolean EMPTY_DATABASE = true;
  private static final boolean DATABASE_WITH_SECRETS = false;

  @TempDir private Path home;

  @Test
  void the_setting_gives_the_key_on_both_databases() {
    FixedConfig config = FixedConfig.of("storesync.secret.key", aKey().base64());

    for (DatabaseVendor vendor : DatabaseVendor.values()) {
      assertThat(source(config, vendor).load(DATABASE_WITH_SECRETS).currentKeyId())
          .isEqualTo(aKey().id());
    }
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void on_postgresql_the_setting_is_required() {
    assertThatThrownBy(
            () -> source(FixedConfig.of(), DatabaseVendor.POSTGRESQL).load(EMPTY_DATABASE))
        .isInstanceOf(SecretKeyProblem.class)
        .hasMessageContaining("STORESYNC_SECRET_KEY is required");
  }

  @Test
  void on_h2_a_key_file_is_made_once_and_used_from_then_on() {
    SecretKeySource source = source(FixedConfig.of(), DatabaseVendor.H2);

    String made = source.load(EMPTY_DATABASE).currentKeyId();

    assertThat(home.resolve("secret.key")).exists();
    assertThat(source.load(DATABASE_WITH_SECRETS).currentKeyId()).isEqualTo(made);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
  void only_its_owner_can_read_the_key_file() throws IOException {
    source(FixedConfig.of(), DatabaseVendor.H2).load(EMPTY_DATABASE);

    assertThat(Files.getPosixFilePermissions(home.resolve("secret.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_lost_key_file_is_not_replaced_by_a_new_one() {
    assertThatThrownBy(
            () -> source(FixedConfig.of(), DatabaseVendor.H2).load(DATABASE_WITH_SECRETS))
        .isInstanceOf(SecretKeyProblem.class)
        .hasMessageContaining("Restore it from the backup");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void earlier_keys_open_what_they_closed() {
    FixedConfig config =
        FixedConfig.of(
            "storesync.secret.key",
            anotherKey().base64(),
            "storesync.secret.keys.earlier",
            aKey().base64());

    assertThat(source(config, DatabaseVendor.H2).load(DATABASE_WITH_SECRETS).knows(aKey().id()))
        .isTrue();
  }

  private SecretKeySource source(FixedConfig config, DatabaseVendor vendor) {
    return new SecretKeySource(config, vendor, home);
  }
}
