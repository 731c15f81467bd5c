package org.storesync.simulator.api;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storesync.simulator.order.DataSet;

/** The parameter {@code includedData}: without it no data set comes along. */
final class IncludedData {

  static final String NAME = "includedData";

  private static final Set<String> KNOWN =
      Stream.of(DataSet.values()).map(DataSet::name).collect(Collectors.toSet());

  private IncludedData() {}

  static Set<DataSet> in(Parameters parameters) {
    Set<DataSet> sets = EnumSet.noneOf(DataSet.class);
    parameters.list(NAME, KNOWN).forEach(name -> sets.add(DataSet.valueOf(name)));
    return sets;
  }
}
