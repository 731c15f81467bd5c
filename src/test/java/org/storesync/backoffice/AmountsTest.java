package org.storesync.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "USD, 10, 10.00",
    "USD, 19.9900, 19.99",
    "USD, 0.0125, 0.0125",
    "USD, 0, 0.00",
    "JPY, 1200.0000, 1200",
    "JPY, 12E2, 1200",
    "KWD, 1.5, 1.500",
    "XAU, 1, 1",
    "???, 1, 1.00"
  })
  void an_amount_has_the_decimals_of_its_currency_or_more(
      String currency, BigDecimal amount, String shown) {
    assertThat(Amounts.in(currency, amount).toPlainString()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "19.99, true",
    "0.0001, true",
    "0.00010, true",
    "0.00001, false",
    "-999999999999999.9999, true",
    "1000000000000000, false",
    "1E15, false"
  })
  void an_amount_that_would_be_rounded_or_overflow_can_not_be_kept(
      BigDecimal amount, boolean kept) {
    assertThat(Amounts.canBeKept(amount)).isEqualTo(kept);
  }
}
