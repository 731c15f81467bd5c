package org.storesync.platform.log;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Each message of the log as one JSON object on one line, with what its thread works on. Programs
 * that collect logs need not guess where a stack trace ends.
 */
final class JsonLines extends Formatter {

  private final String node;

  JsonLines(String node) {
    this.node = node;
  }

  @Override
  public String format(LogRecord line) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("timestamp", line.getInstant().toString())
            .add("level", line.getLevel().getName())
            .add("logger", text(line.getLoggerName()))
            .add("message", text(formatMessage(line)))
            .add("node", node);
    for (Map.Entry<LogContext.Field, String> known : LogContext.known().entrySet()) {
      json.add(known.getKey().key(), known.getValue());
    }
    if (line.getThrown() != null) {
      json.add("exception", stackTrace(line.getThrown()));
    }
    return json.build() + "\n";
  }

  private static String text(String known) {
    return known == null ? "" : known;
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
