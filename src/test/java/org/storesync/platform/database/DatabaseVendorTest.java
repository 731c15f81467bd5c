package org.storesync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseVendorTest {

  @Test
  void the_address_tells_the_vendor() {
    assertThat(DatabaseVendor.ofUrl("jdbc:h2:file:./x")).isEqualTo(DatabaseVendor.H2);
    assertThat(DatabaseVendor.ofUrl("jdbc:postgresql://db/storesync"))
        .isEqualTo(DatabaseVendor.POSTGRESQL);
  }

  @Test
  void another_database_is_refused_without_printing_its_address() {
    assertThatThrownBy(() -> DatabaseVendor.ofUrl("jdbc:mysql://root:hunter2@db/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("STORESYNC_DB_URL must start with jdbc:postgresql: or jdbc:h2:")
        .hasMessageNotContaining("hunter2");
  }
}
