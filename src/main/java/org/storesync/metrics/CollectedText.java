package org.storesync.metrics;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes what the server writes, and passes each series on once: the server writes its own ones
 * again for each application, and two samples of one series are a mistake in Prometheus' format.
 */
final class CollectedText extends HttpServletResponseWrapper {

  /**
   * The server writes a timer's quantiles in nanoseconds under a name that says seconds, and those
   * of several nodes could not be put together anyway: they are left out.
   */
  private static final String QUANTILE = "quantile=\"";

  private final StringWriter text = new StringWriter();
  private final PrintWriter writer = new PrintWriter(text);

  CollectedText(HttpServletResponse response) {
    super(response);
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  /** In the format that the server speaks. */
  void passOn() throws IOException {
    passOn(getContentType(), UnaryOperator.identity());
  }

  /**
   * In another format.
   *
   * @param translation from the lines of the server's own format
   */
  void passOn(String contentType, UnaryOperator<List<String>> translation) throws IOException {
    writer.flush();
    if (text.getBuffer().isEmpty()) {
      // A refusal was answered, which leaves by another way.
      return;
    }
    getResponse().setContentType(contentType);
    PrintWriter client = getResponse().getWriter();
    translation.apply(passedOn(text.toString())).forEach(line -> client.write(line + "\n"));
  }

  static List<String> passedOn(String text) {
    Set<String> seen = new HashSet<>();
    return text.lines()
        .filter(line -> !line.contains(QUANTILE))
        .filter(line -> seen.add(series(line)))
        .toList();
  }

  /** A line without its value; descriptions as they are. */
  private static String series(String line) {
    int value = line.lastIndexOf(' ');
    return line.startsWith("#") || value < 0 ? line : line.substring(0, value);
  }
}
