package org.storesync.connector.amazon;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The amounts of one line out of Amazon's item proceeds. They always add up to {@code total}.
 *
 * @param discount zero or negative
 * @param other fees of other kinds, and what Amazon's total holds beyond its breakdowns
 */
record LineAmounts(
    BigDecimal items,
    BigDecimal shipping,
    BigDecimal giftWrap,
    BigDecimal discount,
    BigDecimal tax,
    BigDecimal other,
    BigDecimal total) {

  static LineAmounts of(Optional<JsonObject> proceeds, AmazonMoney money) throws UnreadableOrder {
    BigDecimal items = BigDecimal.ZERO;
    BigDecimal shipping = BigDecimal.ZERO;
    BigDecimal giftWrap = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal other = BigDecimal.ZERO;
    for (JsonObject breakdown : breakdowns(proceeds)) {
      BigDecimal amount = money.find(breakdown, "subtotal").orElse(BigDecimal.ZERO);
      switch (AmazonJson.text(breakdown, "type")) {
        case "ITEM" -> items = items.add(amount);
        case "SHIPPING" -> shipping = shipping.add(amount);
        case "GIFT_WRAP" -> giftWrap = giftWrap.add(amount);
        case "DISCOUNT" -> discount = discount.subtract(amount.abs());
        case "TAX" -> tax = tax.add(amount);
        // COD_FEE, OTHER, and whatever Amazon will invent: it is money of the line.
        default -> other = other.add(amount);
      }
    }
    BigDecimal explained =
        AmazonOrderReader.sum(List.of(items, shipping, giftWrap, discount, tax, other));
    BigDecimal total =
        proceeds.isEmpty()
            ? explained
            : money.find(proceeds.get(), "proceedsTotal").orElse(explained);
    return new LineAmounts(
        items, shipping, giftWrap, discount, tax, other.add(total.subtract(explained)), total);
  }

  private static List<JsonObject> breakdowns(Optional<JsonObject> proceeds) {
    return proceeds.map(all -> AmazonJson.objects(all, "breakdowns")).orElse(List.of());
  }
}
