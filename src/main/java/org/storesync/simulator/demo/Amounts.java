package org.storesync.simulator.demo;

import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import org.storesync.simulator.message.JsonText;

/** Amounts of one currency in Amazon's shape: decimal text and currency code. */
record Amounts(DemoMarketplace marketplace) {

  /**
   * @param smallest amount in the smallest unit of the currency
   */
  JsonObjectBuilder money(long smallest) {
    return JsonText.object()
        .add("amount", BigDecimal.valueOf(smallest, marketplace.decimals()).toPlainString())
        .add("currencyCode", marketplace.currency());
  }
}
