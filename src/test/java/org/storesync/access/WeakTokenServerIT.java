package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;

@Tag("servers")
class WeakTokenServerIT {

  @Test
  void a_server_whose_token_could_be_guessed_is_not_started() {
    try (RunningServer server =
        RunningServer.startUnlessRefused(
            "weak-token",
            ServerSettings.demo("weak-token")
                .with("storesync.demo", "false")
                .with("storesync.api.token", "secret"))) {
      assertThat(server.log())
          .contains("STORESYNC_API_TOKEN has fewer than 16 characters and could be guessed");
      assertThat(server.status("/login.xhtml")).isEqualTo(404);
      assertThat(server.status("/api/stores")).isEqualTo(404);
    }
  }
}
