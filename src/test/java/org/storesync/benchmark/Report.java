package org.storesync.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** What a benchmark found out, below {@code target/benchmarks}. */
final class Report {

  private Report() {}

  /** Writes and prints tables, and draws plots beside them. */
  static void write(String name, String text, Plot... plots) {
    Path folder = Path.of("target", "benchmarks");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(text);
    for (Plot.Painter painter : ServiceLoader.load(Plot.Painter.class)) {
      for (Plot plot : List.of(plots)) {
        painter.paint(plot, folder.resolve(fileName(name, plot)));
      }
    }
  }

  private static String fileName(String name, Plot plot) {
    String title = plot.title().toLowerCase(Locale.ROOT).replaceAll("\\W+", "-");
    return title.startsWith(name) ? title + ".svg" : name + "-" + title + ".svg";
  }
}
