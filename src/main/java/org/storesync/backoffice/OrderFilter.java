package org.storesync.backoffice;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Which orders a list shows. Empty texts and nulls, as a form leaves them, let everything through.
 *
 * @param number beginning of the number, whatever the case of its letters
 * @param amazonOrderId beginning of the Amazon order id
 * @param storeId number of the store
 * @param from first business date
 * @param to last business date
 * @param before entered our books before the order with this row number
 */
public record OrderFilter(
    String number,
    String amazonOrderId,
    OrderStatus status,
    OrderType type,
    Long storeId,
    LocalDate from,
    LocalDate to,
    Long before)
    implements Serializable {

  public static final OrderFilter ALL = new OrderFilter("", "", null, null, null, null, null, null);

  /** The orders whose Amazon order id begins like this. */
  public static OrderFilter ofAmazonOrderId(String beginning) {
    return new OrderFilter("", beginning, null, null, null, null, null, null);
  }

  OrderFilter withBefore(Long id) {
    return new OrderFilter(number, amazonOrderId, status, type, storeId, from, to, id);
  }
}
