package org.storesync.backoffice;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How amounts of money are kept in our books: exactly, with at most {@value #MAX_SCALE} decimals
 * and {@value #MAX_INTEGER_DIGITS} digits before them.
 */
public final class Amounts {

  public static final int MAX_SCALE = 4;
  public static final int MAX_INTEGER_DIGITS = 15;

  private static final Map<String, Integer> DECIMALS =
      Currency.getAvailableCurrencies().stream()
          .collect(
              Collectors.toMap(
                  Currency::getCurrencyCode,
                  // pseudo currencies such as gold have none
                  currency -> Math.max(0, currency.getDefaultFractionDigits())));

  private Amounts() {}

  /** Whether our books can hold the amount without rounding it. */
  public static boolean canBeKept(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.scale() <= MAX_SCALE && plain.precision() - plain.scale() <= MAX_INTEGER_DIGITS;
  }

  /**
   * The same amount with the decimals of its currency (USD 2, JPY 0, KWD 3), or more where it has
   * more: never rounded, and equal for equal amounts.
   *
   * @param currency ISO 4217 code
   */
  public static BigDecimal in(String currency, BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(decimals(currency), plain.scale()));
  }

  private static int decimals(String currency) {
    return DECIMALS.getOrDefault(currency, 2);
  }
}
