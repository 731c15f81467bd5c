package org.storesync.benchmark.memory;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.DocumentId;
import org.storesync.kind.salesorder.SalesOrder;

/**
 * Orders as Amazon tells them, made from their number alone: one to three lines, about 1.4 kB as
 * JSON, the amounts adding up. The same number is always the same order.
 */
public final class InventedOrders {

  /** How many items the lines are about; their ids are {@link #itemId}. */
  public static final int ITEMS = 200;

  /** What every order comes after. */
  public static final Instant BEGINNING = Instant.parse("2024-01-01T00:00:00Z");

  private static final String[] FIRST_NAMES = {"Anna", "Ben", "Carla", "David", "Emma", "Felix"};
  private static final String[] LAST_NAMES = {"Baker", "Carter", "Fisher", "Miller", "Smith"};
  private static final String[] CITIES = {"Austin", "Boston", "Chicago", "Denver", "Seattle"};

  private InventedOrders() {}

  public static String itemId(int number) {
    return "ITEM-" + digits(4, number);
  }

  /** The order with this number, whose items our books know. */
  public static SalesOrder order(int number) {
    return order(number, false);
  }

  /**
   * The order with this number.
   *
   * @param bad whether its first line is about an item that nobody knows
   */
  public static SalesOrder order(int number, boolean bad) {
    Instant created = BEGINNING.plus(Duration.ofSeconds(number * 37L));
    List<SalesOrder.Line> lines = new ArrayList<>();
    for (int line = 0; line < 1 + number % 3; line++) {
      lines.add(line(number, line, bad && line == 0));
    }
    return new SalesOrder(
        id(number),
        Optional.of(created.plusSeconds(600)),
        created,
        SalesOrder.OrderStatus.UNSHIPPED,
        SalesOrder.Fulfiller.SELLER,
        "ATVPDKIKX0DER",
        "Amazon.com",
        Optional.empty(),
        Optional.of(buyer(number)),
        Optional.of(address(number)),
        "Standard",
        Optional.of(created.plus(Duration.ofDays(2))),
        Optional.of(created.plus(Duration.ofDays(6))),
        "USD",
        lines,
        BigDecimal.ZERO,
        lines.stream().map(SalesOrder.Line::total).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  public static DocumentId id(int number) {
    return new DocumentId(
        (100 + number % 17) + "-" + digits(7, number % 10_000_000) + "-" + digits(7, number / 7));
  }

  /** Not a format: that would cost more than the rest of the order. */
  private static String digits(int width, int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static SalesOrder.Buyer buyer(int number) {
    return new SalesOrder.Buyer(name(number), "buyer" + number + "@marketplace.example", "", "");
  }

  private static String name(int number) {
    return FIRST_NAMES[number % FIRST_NAMES.length]
        + " "
        + LAST_NAMES[number / 7 % LAST_NAMES.length];
  }

  private static SalesOrder.Address address(int number) {
    return new SalesOrder.Address(
        name(number),
        "",
        (1 + number % 900) + " Washington Street",
        "Apartment " + number % 40,
        "",
        CITIES[number % CITIES.length],
        "",
        "TX",
        "" + (10_000 + number % 80_000),
        "US",
        "+1 512 555 " + digits(4, number % 10_000));
  }

  private static SalesOrder.Line line(int number, int line, boolean bad) {
    int item = (number * 7 + line * 13) % ITEMS;
    int quantity = 1 + (number + line) % 2;
    BigDecimal unitPrice = BigDecimal.valueOf(1_000 + item * 17L, 2);
    BigDecimal items = unitPrice.multiply(BigDecimal.valueOf(quantity));
    BigDecimal shipping = new BigDecimal("4.99");
    BigDecimal tax = BigDecimal.valueOf(85 + item, 2);
    return new SalesOrder.Line(
        digits(11, number) + line,
        bad ? "UNKNOWN-" + number : itemId(item),
        "B" + digits(9, item),
        "Stainless Steel Water Bottle, Insulated, Model " + item + " (750 ml)",
        quantity,
        0,
        Optional.of(unitPrice),
        items,
        shipping,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        tax,
        BigDecimal.ZERO,
        items.add(shipping).add(tax));
  }
}
