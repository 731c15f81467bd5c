package org.storesync.platform.database;

import jakarta.persistence.EntityManager;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** Numbers for new rows that no entity manager numbers, from the sequences that it uses as well. */
public final class RowNumbers {

  private RowNumbers() {}

  /**
   * At least this many numbers that nobody else gets.
   *
   * @param sequence name of the sequence
   * @param increment how much each value of the sequence stands for: the numbers up to it
   */
  @SuppressWarnings("unchecked")
  public static Iterator<Long> next(
      EntityManager entities, String sequence, int increment, int count) {
    List<Number> ends =
        entities
            .createNativeQuery("select nextval('" + sequence + "') from generate_series(1, ?1)")
            .setParameter(1, (count + increment - 1) / increment)
            .getResultList();
    return ends.stream()
        .flatMapToLong(
            end -> LongStream.rangeClosed(end.longValue() - increment + 1, end.longValue()))
        .iterator();
  }
}
