package org.storesync.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured several times, by name; compared by the medians. */
final class Figures {

  private final String unit;
  private final Map<String, List<Double>> byName = new LinkedHashMap<>();

  private Figures(String unit) {
    this.unit = unit;
  }

  /** Records a second. */
  static Figures rates() {
    return new Figures("records/s");
  }

  /** Times in milliseconds. */
  static Figures waits() {
    return new Figures("ms");
  }

  /** Shares of one processor core, in percent. */
  static Figures shares() {
    return new Figures("% of a core");
  }

  void addRate(String name, int records, Duration duration) {
    add(name, records * 1000.0 / Math.max(1, duration.toMillis()));
  }

  void addWait(String name, Duration duration) {
    add(name, duration.toNanos() / 1e6);
  }

  /** A share of the one core that would have been busy all that time. */
  void addShare(String name, Duration busy, Duration all) {
    add(name, 100.0 * busy.toNanos() / all.toNanos());
  }

  private void add(String name, double figure) {
    byName.computeIfAbsent(name, any -> new ArrayList<>()).add(figure);
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
        new StringBuilder("| what | %s (median) | from - to | to %s |\n".formatted(unit, against));
    table.append("|---|---|---|---|\n");
    byName.forEach(
        (name, figures) ->
            table.append(
                "| %s | %s | %s - %s | %.2f |%n"
                    .formatted(
                        name,
                        written(median(name)),
                        written(figures.stream().min(Double::compare).orElseThrow()),
                        written(figures.stream().max(Double::compare).orElseThrow()),
                        ratio(name, against))));
    return table.toString();
  }

  /** As many digits as mean something. */
  private static String written(double figure) {
    return String.format(Locale.ROOT, figure < 10 ? "%.2f" : "%,.0f", figure);
  }

  /** The medians as bars. */
  Plot plot(String title) {
    Map<String, Double> medians = new LinkedHashMap<>();
    byName.keySet().forEach(name -> medians.put(name, median(name)));
    return new Plot(title, unit, Map.of(unit, medians));
  }
}
