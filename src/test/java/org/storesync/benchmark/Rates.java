package org.storesync.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records a second, measured several times; compared by their medians. */
final class Rates {

  private final Map<String, List<Double>> byName = new LinkedHashMap<>();

  void add(String name, int records, Duration duration) {
    byName
        .computeIfAbsent(name, any -> new ArrayList<>())
        .add(records * 1000.0 / Math.max(1, duration.toMillis()));
  }

  double median(String name) {
    List<Double> sorted = byName.get(name).stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double ratio(String name, String to) {
    return median(name) / median(to);
  }

  /** A table of all that was measured, each against one of them, as Markdown. */
  String table(String against) {
    StringBuilder table =
        new StringBuilder("| what | records/s (median) | from - to | to %s |\n".formatted(against));
    table.append("|---|---|---|---|\n");
    byName.forEach(
        (name, rates) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f - %,.0f | %.2f |%n",
                    name,
                    median(name),
                    rates.stream().min(Double::compare).orElseThrow(),
                    rates.stream().max(Double::compare).orElseThrow(),
                    ratio(name, against))));
    return table.toString();
  }

  /** Writes a report below {@code target/benchmarks} and prints it. */
  static void report(String name, String text) {
    Path folder = Path.of("target", "benchmarks");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(text);
  }
}
