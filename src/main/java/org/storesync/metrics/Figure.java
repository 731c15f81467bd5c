package org.storesync.metrics;

import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.Tag;

/** One measured value. */
record Figure(Measure measure, MetricID id, double value) {

  static Figure of(Measure measure, double value, Tag... labels) {
    return new Figure(measure, measure.of(labels), value);
  }
}
