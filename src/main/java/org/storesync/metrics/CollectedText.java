package org.storesync.metrics;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes what the server writes, and passes each series on once: the server writes its own ones
 * again for each application, and two samples of one series are a mistake in Prometheus' format.
 */
final class CollectedText extends HttpServletResponseWrapper {

  private final StringWriter text = new StringWriter();
  private final PrintWriter writer = new PrintWriter(text);

  CollectedText(HttpServletResponse response) {
    super(response);
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  void passOn() throws IOException {
    writer.flush();
    if (text.getBuffer().isEmpty()) {
      // A refusal was answered, which leaves by another way.
      return;
    }
    PrintWriter client = getResponse().getWriter();
    once(text.toString()).forEach(line -> client.write(line + "\n"));
  }

  static Iterable<String> once(String text) {
    Set<String> seen = new HashSet<>();
    return text.lines().filter(line -> seen.add(series(line)))::iterator;
  }

  /** A line without its value; descriptions as they are. */
  private static String series(String line) {
    int value = line.lastIndexOf(' ');
    return line.startsWith("#") || value < 0 ? line : line.substring(0, value);
  }
}
