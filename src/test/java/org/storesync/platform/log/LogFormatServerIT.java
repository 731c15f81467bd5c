package org.storesync.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TokenUser;

@Tag("servers")
class LogFormatServerIT {

  private static final String FIRST_LINES_OF_OURS = "{\"timestamp\"";

  @Test
  void from_the_start_of_the_application_on_each_line_is_an_object_that_names_its_run() {
    ServerSettings settings =
        ServerSettings.demo("json-log")
            .with("storesync.log.format", "json")
            .with("storesync.node", "writer")
            .withAmpleQuota();
    try (RunningServer server = RunningServer.start("json-log", settings)) {
      new TokenUser(server).prepareAll();
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> server.log().contains("(PREPARE) has ended"));
      String log = server.log();

      List<String> lines =
          log.substring(0, log.lastIndexOf('\n'))
              .lines()
              .dropWhile(line -> !line.startsWith(FIRST_LINES_OF_OURS))
              .filter(line -> !line.isBlank())
              .toList();
      assertThat(lines).hasSizeGreaterThan(5);
      List<JsonObject> written = lines.stream().map(LogFormatServerIT::read).toList();
      assertThat(written)
          .allSatisfy(
              line -> {
                assertThat(line.getString("node")).isEqualTo("writer");
                assertThat(Instant.parse(line.getString("timestamp"))).isBefore(Instant.MAX);
                assertThat(line).containsKeys("level", "logger", "message");
              });
      assertThat(written)
          .filteredOn(line -> line.getString("message").contains("has ended"))
          .hasSizeGreaterThan(0)
          .allSatisfy(
              line -> {
                assertThat(line.getString("store")).isEqualTo("Demo Store");
                assertThat(line.getString("run")).matches("\\d+");
              });
    }
  }

  private static JsonObject read(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new AssertionError("No JSON object: " + line, e);
    }
  }

  @Test
  void a_format_that_does_not_exist_is_refused_at_the_start() {
    try (RunningServer server =
        RunningServer.startUnlessRefused(
            "wrong-log", ServerSettings.demo("wrong-log").with("storesync.log.format", "xml"))) {
      assertThat(server.log()).contains("STORESYNC_LOG_FORMAT is \"xml\". Set it to json or text.");
      assertThat(server.status("/index.xhtml")).isEqualTo(404);
    }
  }
}
