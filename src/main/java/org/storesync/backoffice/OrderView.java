package org.storesync.backoffice;

import java.time.Instant;
import java.util.Map;

/**
 * One order as its page shows it, without personal data.
 *
 * @param content without buyer and address
 * @param itemIds item id by the number of the item's row
 * @param hasPersonalData whether there is a buyer or an address to show
 */
public record OrderView(
    String number,
    OrderType type,
    String storeName,
    String amazonOrderId,
    Instant createdAt,
    Instant changedAt,
    OrderContent content,
    Map<Long, String> itemIds,
    boolean hasPersonalData) {}
