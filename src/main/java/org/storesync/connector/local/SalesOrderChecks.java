package org.storesync.connector.local;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storesync.backoffice.Amounts;
import org.storesync.backoffice.ItemLinks;
import org.storesync.backoffice.LinkedItem;
import org.storesync.connector.Money;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.text.RoomTexts;

/**
 * What keeps an order out of our books, found before anything is written: lines without an item,
 * and amounts that don't add up or that could not be kept exactly.
 */
final class SalesOrderChecks {

  private static final RoomTexts TEXTS = RoomTexts.of(SalesOrderChecks.class);

  private SalesOrderChecks() {}

  /**
   * Everything that is wrong, a sentence each, each thing once; empty if the order can be written.
   *
   * @param known whether the order is in our books already: then an item that has become inactive
   *     since does not matter
   */
  static Set<String> problems(SalesOrder order, ItemLinks links, boolean known) {
    Set<String> problems = new LinkedHashSet<>();
    for (SalesOrder.Line line : order.lines()) {
      Optional<LinkedItem> item = links.find(line.sku(), line.asin());
      if (item.isEmpty()) {
        problems.add(
            line.sku().isBlank()
                ? TEXTS.recorded("asinNotLinked", line.asin(), encoded(line.asin()))
                : TEXTS.recorded("skuNotLinked", line.sku(), encoded(line.sku())));
      } else if (!item.get().active() && !known) {
        problems.add(
            TEXTS.recorded(
                "itemInactive",
                line.sku().isBlank() ? line.asin() : line.sku(),
                item.get().itemId()));
      }
    }
    checkLineIds(order, problems);
    checkAmounts(order, problems);
    return problems;
  }

  private static String encoded(String reference) {
    return URLEncoder.encode(reference, StandardCharsets.UTF_8);
  }

  private static void checkLineIds(SalesOrder order, Set<String> problems) {
    Set<String> ids = new HashSet<>();
    for (SalesOrder.Line line : order.lines()) {
      if (!ids.add(line.id())) {
        problems.add(TEXTS.recorded("lineTwice", line.id()));
      }
    }
  }

  private static void checkAmounts(SalesOrder order, Set<String> problems) {
    for (BigDecimal amount : SalesOrderTranslation.amounts(order)) {
      if (!Amounts.canBeKept(amount)) {
        problems.add(TEXTS.recorded("amountNotKept", money(order, amount)));
      }
    }
    BigDecimal sum = order.otherCharges();
    for (SalesOrder.Line line : order.lines()) {
      BigDecimal lineSum = SalesOrderTranslation.sum(line);
      if (lineSum.compareTo(line.total()) != 0) {
        problems.add(
            TEXTS.recorded(
                "lineDoesNotAddUp", line.id(), money(order, lineSum), money(order, line.total())));
      }
      sum = sum.add(line.total());
    }
    if (sum.compareTo(order.total()) != 0) {
      problems.add(
          TEXTS.recorded("orderDoesNotAddUp", money(order, sum), money(order, order.total())));
    }
  }

  private static String money(SalesOrder order, BigDecimal amount) {
    return new Money(amount, order.currency()).toString();
  }

  /** The item of each line, in their order, of an order without {@link #problems}. */
  static List<LinkedItem> items(SalesOrder order, ItemLinks links) {
    return order.lines().stream()
        .map(line -> links.find(line.sku(), line.asin()).orElseThrow())
        .toList();
  }
}
