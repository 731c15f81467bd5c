package org.storesync.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** Draws with XChart, as SVG. */
public final class XChartPainter implements Plot.Painter {

  private static final int WIDTH = 1000;
  private static final int FRAME = 120;
  private static final int BAR = 16;

  @Override
  public void paint(Plot plot, Path file) {
    int bars = plot.series().values().stream().mapToInt(Map::size).sum();
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .title(plot.title())
            .xAxisTitle(plot.axis())
            .width(WIDTH)
            .height(FRAME + BAR * (bars + plot.series().values().iterator().next().size()))
            .build();
    chart.getStyler().setLegendVisible(plot.series().size() > 1);
    plot.series()
        .forEach(
            (name, lengths) ->
                // From the bottom up: the first one stands on top.
                chart.addSeries(
                    name,
                    reversed(List.copyOf(lengths.values())),
                    reversed(List.copyOf(lengths.keySet()))));
    try {
      ChartEncoder.saveChart(chart, file.toString(), "svg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
