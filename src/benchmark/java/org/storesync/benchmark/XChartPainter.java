package org.storesync.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
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
    int things = plot.series().values().iterator().next().size();
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .title(plot.title())
            .xAxisTitle(plot.axis())
            .width(WIDTH)
            .height(FRAME + BAR * things * (plot.series().size() + 1))
            .build();
    chart.getStyler().setLegendVisible(plot.series().size() > 1);
    // A name beside each: the library takes the count of the x axis for names on the other one too.
    chart.getStyler().setXAxisMaxLabelCount(things);
    plot.series()
        .forEach(
            (name, lengths) ->
                chart.addSeries(
                    name, List.copyOf(lengths.values()), List.copyOf(lengths.keySet())));
    try {
      ChartEncoder.saveChart(chart, file.toString(), "svg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
