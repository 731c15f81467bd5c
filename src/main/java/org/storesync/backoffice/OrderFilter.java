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
 */
public record OrderFilter(
    String number,
    String amazonOrderId,
    OrderStatus status,
    OrderType type,
    Long storeId,
    LocalDate from,
    LocalDate to)
    implements Serializable {

  public static final OrderFilter ALL = new OrderFilter("", "", null, null, null, null, null);
}
