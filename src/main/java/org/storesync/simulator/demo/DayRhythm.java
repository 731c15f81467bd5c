package org.storesync.simulator.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * How many orders come on a day, and when: more on Sunday and Monday than on Saturday, most in the
 * evening, few at night.
 */
final class DayRhythm {

  /** Monday to Sunday, on average 1. */
  private static final double[] WEEKDAYS = {1.10, 1.05, 1.00, 0.95, 0.90, 0.85, 1.15};

  /** Orders in each hour (UTC) of a hundred on a day. */
  private static final int[] HOURS = {
    2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 8, 7, 5, 3
  };

  private static final long HOUR = 3_600_000;

  private final DemoProfile profile;

  DayRhythm(DemoProfile profile) {
    this.profile = profile;
  }

  /** Number of orders on this day; none before the first. */
  int count(int day) {
    if (day < 0 || profile.steady() && day >= profile.historyDays()) {
      return 0;
    }
    return profile.steady() ? profile.ordersPerDay() : drawnCount(day);
  }

  /** Moments of creation on this day, in ascending order. */
  Instant[] creations(int day) {
    Instant midnight = profile.midnight(day);
    Dice dice = profile.dice(day, Question.HOURS);
    Instant[] moments = new Instant[count(day)];
    Arrays.setAll(moments, index -> midnight.plusMillis(offset(dice)));
    Arrays.sort(moments);
    return moments;
  }

  private int drawnCount(int day) {
    int weekday = profile.midnight(day).atZone(ZoneOffset.UTC).getDayOfWeek().ordinal();
    double luck = 0.8 + 0.4 * profile.dice(day, Question.DAY).unit();
    return (int) Math.round(profile.ordersPerDay() * WEEKDAYS[weekday] * luck);
  }

  private static long offset(Dice dice) {
    int ticket = dice.below(100);
    int hour = 0;
    while (ticket >= HOURS[hour]) {
      ticket -= HOURS[hour];
      hour++;
    }
    return hour * HOUR + dice.between(0, HOUR);
  }
}
