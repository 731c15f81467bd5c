package org.storesync.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;

@Tag("servers")
class StartRefusalServerIT {

  @Test
  void a_database_written_with_another_key_is_not_served() {
    ServerSettings first = ServerSettings.demo("wrong-key");
    try (RunningServer server = RunningServer.start("right-key", first)) {
      server.stop();
    }

    try (RunningServer server =
        RunningServer.startUnlessRefused("wrong-key", first.withNewSecretKey())) {
      assertThat(server.log())
          .contains("This database was written with the secret key")
          .contains("STORESYNC_SECRET_KEYS_EARLIER");
      assertRefused(server);
    }
  }

  @Test
  void a_server_on_postgresql_without_a_key_is_not_started() {
    try (TestPostgresql postgresql = TestPostgresql.start();
        RunningServer server =
            RunningServer.startUnlessRefused(
                "no-key", ServerSettings.demo("no-key").with(postgresql.newDatabase("no_key")))) {
      assertThat(server.log())
          .contains("On PostgreSQL the setting STORESYNC_SECRET_KEY is required");
      assertRefused(server);
    }
  }

  private static void assertRefused(RunningServer server) {
    assertThat(server.status("/health/ready")).isEqualTo(503);
    assertThat(server.status("/index.xhtml")).isEqualTo(404);
  }
}
