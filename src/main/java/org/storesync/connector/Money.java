package org.storesync.connector;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An exact amount in a currency.
 *
 * @param amount exact, never rounded
 * @param currency ISO 4217 code, for example {@code USD}
 */
public record Money(BigDecimal amount, String currency) {

  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
