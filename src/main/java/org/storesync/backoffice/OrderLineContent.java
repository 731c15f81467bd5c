package org.storesync.backoffice;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one line of an order says. Amounts are for the whole line; discounts are zero or negative.
 *
 * @param amazonLineId Amazon's id of the line, unique within the order
 * @param item number of the item's row
 * @param quantity in units of the item
 * @param skuQuantity units of the SKU ordered
 * @param skuShipped units of the SKU shipped
 * @param unitPrice of one unit of the SKU; absent if it was not stated
 * @param total the sum of all amounts of the line
 */
public record OrderLineContent(
    String amazonLineId,
    long item,
    String sku,
    String asin,
    String title,
    long quantity,
    int skuQuantity,
    int skuShipped,
    Optional<BigDecimal> unitPrice,
    BigDecimal items,
    BigDecimal shipping,
    BigDecimal giftWrap,
    BigDecimal discount,
    BigDecimal tax,
    BigDecimal other,
    BigDecimal total) {

  OrderLineContent inCurrency(String currency) {
    UnaryOperator<BigDecimal> in = amount -> Amounts.in(currency, amount);
    return new OrderLineContent(
        amazonLineId,
        item,
        sku,
        asin,
        title,
        quantity,
        skuQuantity,
        skuShipped,
        unitPrice.map(in),
        in.apply(items),
        in.apply(shipping),
        in.apply(giftWrap),
        in.apply(discount),
        in.apply(tax),
        in.apply(other),
        in.apply(total));
  }
}
