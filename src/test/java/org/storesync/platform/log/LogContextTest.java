package org.storesync.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.storesync.platform.log.LogContext.Field;

class LogContextTest {

  private final JsonLines lines = new JsonLines("node-1");

  private JsonObject written(LogRecord line) {
    String text = lines.format(line);
    assertThat(text).endsWith("\n");
    assertThat(text.strip()).doesNotContain("\n");
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static LogRecord line(String message) {
    LogRecord line = new LogRecord(Level.WARNING, message);
    line.setLoggerName("org.storesync.run.RunDispatcher");
    return line;
  }

  @Test
  void a_line_says_what_its_thread_works_on_while_it_does() {
    try (LogContext run = LogContext.of(Field.RUN, 7)) {
      run.and(Field.STORE, "Shop");
      try (LogContext one = LogContext.of(Field.RECORD, 42)) {
        assertThat(written(line("x")))
            .containsEntry("run", Json.createValue("7"))
            .containsEntry("store", Json.createValue("Shop"))
            .containsEntry("record", Json.createValue("42"));
      }
      assertThat(written(line("x"))).containsKey("run").doesNotContainKey("record");
    }

    assertThat(written(line("x"))).doesNotContainKeys("run", "store", "record");
  }

  @Test
  void another_thread_knows_nothing_of_it() throws InterruptedException {
    StringBuilder elsewhere = new StringBuilder();
    try (LogContext run = LogContext.of(Field.RUN, 7)) {
      Thread other = new Thread(() -> elsewhere.append(lines.format(line("x"))));
      other.start();
      other.join();
    }

    assertThat(elsewhere).contains("node-1").doesNotContain("\"run\"");
  }

  @Test
  void message_and_stack_trace_stay_on_one_line() {
    LogRecord line = line("Run {0} said \"no\"\nand stopped");
    line.setParameters(new Object[] {"7"});
    line.setThrown(new IllegalStateException("why", new RuntimeException("because")));

    JsonObject written = written(line);

    assertThat(written.getString("message")).isEqualTo("Run 7 said \"no\"\nand stopped");
    assertThat(written.getString("level")).isEqualTo("WARNING");
    assertThat(written.getString("logger")).isEqualTo("org.storesync.run.RunDispatcher");
    assertThat(written.getString("timestamp")).isEqualTo(line.getInstant().toString());
    assertThat(written.getString("exception"))
        .contains("IllegalStateException: why", "Caused by", "message_and_stack_trace");
  }

  @Test
  void a_line_without_logger_or_message_is_written_too() {
    assertThat(written(new LogRecord(Level.INFO, null))).containsKeys("logger", "message");
  }
}
