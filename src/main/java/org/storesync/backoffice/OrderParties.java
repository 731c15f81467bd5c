package org.storesync.backoffice;

import java.util.Optional;

/** The personal data of an order. */
public record OrderParties(Optional<OrderBuyer> buyer, Optional<OrderAddress> shipTo) {}
