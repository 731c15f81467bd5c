package org.storesync.benchmark;

import java.nio.file.Path;
import java.util.Map;

/**
 * Bars beside each other, drawn by the library that comes with the profile of the benchmarks.
 *
 * @param axis what the bars are long in
 * @param series by their names the bars of one colour, by what they stand for; all of the same
 */
public record Plot(String title, String axis, Map<String, Map<String, Double>> series) {

  /** Who draws; found as a service. */
  public interface Painter {

    void paint(Plot plot, Path file);
  }
}
