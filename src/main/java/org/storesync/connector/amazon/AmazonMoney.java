package org.storesync.connector.amazon;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads the amounts of one order, exactly as Amazon writes them (a decimal in a string), and sees
 * to it that all are in one currency.
 */
final class AmazonMoney {

  /** More than any amount has, and few enough to calculate with. */
  private static final int MAX_DIGITS = 40;

  private final String orderId;
  private Optional<String> currency = Optional.empty();

  AmazonMoney(String orderId) {
    this.orderId = orderId;
  }

  /** The currency of the amounts read so far; absent if there was none. */
  Optional<String> currency() {
    return currency;
  }

  /** The amount under this name, if it is there. */
  Optional<BigDecimal> find(JsonObject parent, String name) throws UnreadableOrder {
    if (!(parent.get(name) instanceof JsonObject money)) {
      return Optional.empty();
    }
    take(AmazonJson.text(money, "currencyCode"));
    return Optional.of(amount(money.get("amount")));
  }

  private void take(String code) throws UnreadableOrder {
    if (code.isEmpty()) {
      throw new UnreadableOrder("Order %s: an amount has no currency.".formatted(orderId));
    }
    if (currency.filter(known -> !known.equals(code)).isPresent()) {
      throw new UnreadableOrder(
          "Order %s: its amounts are in different currencies (%s and %s)."
              .formatted(orderId, currency.get(), code));
    }
    currency = Optional.of(code);
  }

  private BigDecimal amount(JsonValue value) throws UnreadableOrder {
    if (value instanceof JsonNumber number) {
      return plausible(number.bigDecimalValue());
    }
    try {
      if (value instanceof JsonString text) {
        return plausible(new BigDecimal(text.getString().trim()));
      }
    } catch (NumberFormatException e) {
      throw noNumber();
    }
    throw noNumber();
  }

  /** Ten characters can state an amount (1E+1000000000) that fills the memory when it is added. */
  private BigDecimal plausible(BigDecimal amount) throws UnreadableOrder {
    if (amount.precision() > MAX_DIGITS
        || amount.scale() > MAX_DIGITS
        || amount.scale() < -MAX_DIGITS) {
      throw new UnreadableOrder("Order %s: an amount has too many digits.".formatted(orderId));
    }
    return amount;
  }

  private UnreadableOrder noNumber() {
    return new UnreadableOrder("Order %s: an amount is no number.".formatted(orderId));
  }
}
