package org.storesync.simulator.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.CRC32;

/**
 * All that generated orders depend on, besides the clock.
 *
 * @param seller account they belong to
 * @param seed another seed, other orders
 * @param start the moment when the demo began: there is history before it, and growth after it
 * @param historyDays whole days of orders before the day of the start
 * @param ordersPerDay average number of orders a day
 * @param badShare share of orders with a line whose SKU nobody knows, 0 to 1
 * @param lines lines of every order, or 0 for one to five
 * @param steady true for exactly {@code ordersPerDay} every day and no order after the start, for
 *     tests that count
 */
public record DemoProfile(
    String seller,
    long seed,
    Instant start,
    int historyDays,
    int ordersPerDay,
    double badShare,
    int lines,
    boolean steady) {

  static final double USUAL_BAD_SHARE = 0.01;

  /** A believable account: six months of history, orders keep arriving. */
  public static DemoProfile usual(String seller, Instant start, int ordersPerDay) {
    return new DemoProfile(
        seller, 1, start, monthsBefore(start, 6), ordersPerDay, USUAL_BAD_SHARE, 0, false);
  }

  /** Days between the start and the same day so many months before. */
  public static int monthsBefore(Instant start, int months) {
    LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
    return (int) (day.toEpochDay() - day.minusMonths(months).toEpochDay());
  }

  /** Midnight (UTC) at the beginning of this day; day 0 is the first with orders. */
  Instant midnight(int day) {
    return Instant.EPOCH.plus(Duration.ofDays(firstDay() + day));
  }

  /** The day on which this moment falls; negative before the first day. */
  int dayOf(Instant moment) {
    return (int) (Math.floorDiv(moment.getEpochSecond(), 86_400L) - firstDay());
  }

  /** Dice for one question about one order. */
  Dice dice(OrderReference order, Question question) {
    return new Dice(root(), order.day(), order.index(), question.ordinal());
  }

  /** Dice for a question about a whole day. */
  Dice dice(int day, Question question) {
    return new Dice(root(), day, -1, question.ordinal());
  }

  long root() {
    CRC32 name = new CRC32();
    name.update(seller.getBytes(StandardCharsets.UTF_8));
    return seed * 0x1_0000_0001L + name.getValue();
  }

  private long firstDay() {
    return Math.floorDiv(start.getEpochSecond(), 86_400L) - historyDays;
  }
}
