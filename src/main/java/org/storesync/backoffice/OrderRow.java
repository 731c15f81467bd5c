package org.storesync.backoffice;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An order as a list shows it. Holds no personal data.
 *
 * @param shipBy null if not told: the row is for a table
 */
public record OrderRow(
    String number,
    OrderType type,
    OrderStatus status,
    String storeName,
    String amazonOrderId,
    Instant orderedAt,
    LocalDate businessDate,
    Instant shipBy,
    BigDecimal total,
    String currency)
    implements Serializable {}
