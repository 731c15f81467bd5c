package org.storesync.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long somebody waits, for different things, in different sizes of the same database. */
final class Waits {

  private final Map<String, Map<Integer, List<Duration>>> byWhat = new LinkedHashMap<>();

  void add(String what, int size, Duration wait) {
    byWhat
        .computeIfAbsent(what, any -> new LinkedHashMap<>())
        .computeIfAbsent(size, any -> new ArrayList<>())
        .add(wait);
  }

  private static double millis(List<Duration> waits, double part) {
    List<Duration> sorted = waits.stream().sorted().toList();
    int place = (int) Math.ceil(part * sorted.size()) - 1;
    return sorted.get(Math.max(0, place)).toNanos() / 1e6;
  }

  /** A table of medians and p95 in milliseconds, as Markdown; ratios are of the medians. */
  String table() {
    StringBuilder table = new StringBuilder();
    List<Integer> sizes = List.copyOf(byWhat.values().iterator().next().keySet());
    table.append("| page |");
    sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d: median / p95 |", size)));
    table.append(" last to first |\n|---|").append("---|".repeat(sizes.size())).append("---|\n");
    byWhat.forEach((what, bySize) -> table.append(row(what, bySize, sizes)));
    return table.toString();
  }

  private static String row(String what, Map<Integer, List<Duration>> bySize, List<Integer> sizes) {
    StringBuilder row = new StringBuilder("| " + what + " |");
    for (int size : sizes) {
      List<Duration> waits = bySize.get(size);
      row.append(
          String.format(Locale.ROOT, " %.1f / %.1f |", millis(waits, 0.5), millis(waits, 0.95)));
    }
    double ratio =
        millis(bySize.get(sizes.get(sizes.size() - 1)), 0.5)
            / millis(bySize.get(sizes.get(0)), 0.5);
    return row.append(String.format(Locale.ROOT, " %.2f |%n", ratio)).toString();
  }

  /** The medians as bars, one colour a size. */
  Plot plot(String title) {
    Map<String, Map<String, Double>> series = new LinkedHashMap<>();
    byWhat.forEach(
        (what, bySize) ->
            bySize.forEach(
                (size, waits) ->
                    series
                        .computeIfAbsent(
                            String.format(Locale.ROOT, "%,d stored", size),
                            any -> new LinkedHashMap<>())
                        .put(what, millis(waits, 0.5))));
    return new Plot(title, "ms", series);
  }
}
