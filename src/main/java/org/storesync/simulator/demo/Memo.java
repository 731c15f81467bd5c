package org.storesync.simulator.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The results of the last few days that were worked out; what falls out is worked out again. */
final class Memo<T> {

  private final int capacity;
  private final IntFunction<T> work;
  private final Map<Integer, T> results = new LinkedHashMap<>(16, 0.75f, true);

  Memo(int capacity, IntFunction<T> work) {
    this.capacity = capacity;
    this.work = work;
  }

  synchronized T of(int day) {
    T result = results.get(day);
    if (result == null) {
      result = work.apply(day);
      results.put(day, result);
      if (results.size() > capacity) {
        results.remove(results.keySet().iterator().next());
      }
    }
    return result;
  }
}
