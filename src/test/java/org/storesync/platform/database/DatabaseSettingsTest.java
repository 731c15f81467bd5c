package org.storesync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storesync.platform.config.FixedConfig;

class DatabaseSettingsTest {

  @TempDir private Path home;

  @Test
  void without_an_address_the_data_lies_in_a_file_below_the_home_folder() {
    DatabaseSettings settings =
        DatabaseSettings.of(FixedConfig.of("storesync.home", home.toString()));

    assertThat(settings.vendor()).isEqualTo(DatabaseVendor.H2);
    assertThat(settings.url()).startsWith("jdbc:h2:file:" + home.resolve("database"));
  }

  @Test
  void a_blank_address_counts_as_none() {
    DatabaseSettings settings =
        DatabaseSettings.of(
            FixedConfig.of("storesync.home", home.toString(), "storesync.db.url", "  "));

    assertThat(settings.vendor()).isEqualTo(DatabaseVendor.H2);
  }

  @Test
  void address_user_and_password_lead_to_postgresql() {
    DatabaseSettings settings =
        DatabaseSettings.of(
            FixedConfig.of(
                "storesync.db.url", "jdbc:postgresql://db/storesync",
                "storesync.db.user", "storesync",
                "storesync.db.password", "hunter2"));

    assertThat(settings)
        .isEqualTo(new DatabaseSettings("jdbc:postgresql://db/storesync", "storesync", "hunter2"));
    assertThat(settings.vendor()).isEqualTo(DatabaseVendor.POSTGRESQL);
  }

  @Test
  void the_password_is_never_printed() {
    assertThat(
            new DatabaseSettings("jdbc:postgresql://db/x?password=secret1", "storesync", "hunter2"))
        .asString()
        .contains("jdbc:postgresql://db/x")
        .doesNotContain("secret1", "hunter2");
  }
}
