package org.storesync.alert;

import java.util.List;

/**
 * How many documents came in at the same time of earlier weeks. Silence counts only against this: a
 * quiet night, a quiet Sunday and a small store are quiet every week.
 *
 * @param earlierWeeks how many came in during the same hours of each earlier week
 */
record OrderRhythm(List<Long> earlierWeeks) {

  /** With fewer weeks nobody knows what is usual. */
  static final int FEWEST_WEEKS = 4;

  static final int MOST_WEEKS = 6;

  /**
   * So many on average: that none comes by chance happens in one of three thousand such times, were
   * they independent.
   */
  private static final double USUAL = 8;

  /** And so many in each week but the quietest: it may have had a holiday or an outage. */
  private static final long AT_LEAST = 3;

  /** Whether it is unusual that nothing came in during these hours. */
  boolean makesSilenceUnusual() {
    return earlierWeeks.size() >= FEWEST_WEEKS
        && usual() >= USUAL
        && earlierWeeks.stream().sorted().skip(1).allMatch(week -> week >= AT_LEAST);
  }

  /** How many come in usually. */
  double usual() {
    return earlierWeeks.stream().mapToLong(Long::longValue).average().orElse(0);
  }
}
