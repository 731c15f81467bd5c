package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;

/**
 * Numbers as people read them, in their language: {@code #{number.count(n)}}, {@code
 * #{number.money(amount, currency)}}. An absent number is an empty text.
 */
@Named("number")
@RequestScoped
public class NumberDisplay {

  @Inject private Language language;

  /** A whole number with its thousands apart. */
  public String count(Number count) {
    return count == null
        ? ""
        : NumberFormat.getIntegerInstance(language.getLocale()).format(count.longValue());
  }

  /** A number that was counted up to a bound: "100,000+" if there are more. */
  public String counted(long count, boolean more) {
    return more ? count(count) + "+" : count(count);
  }

  /**
   * An amount with the digits of its currency and the currency's code, which is the same in every
   * language: "1,234.50 EUR".
   *
   * @param currency ISO 4217
   */
  public String money(BigDecimal amount, String currency) {
    return amount == null ? "" : amount(amount, currency) + "\u00a0" + currency;
  }

  /** The amount alone, where its currency stands once for many. */
  public String amount(BigDecimal amount, String currency) {
    if (amount == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(language.getLocale());
    int digits = Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(Math.max(digits, amount.stripTrailingZeros().scale()));
    return format.format(amount);
  }
}
