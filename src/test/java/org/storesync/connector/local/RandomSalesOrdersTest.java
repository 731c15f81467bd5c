package org.storesync.connector.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.connector.local.OrderFixture.LOS_ANGELES;
import static org.storesync.connector.local.OrderFixture.anOrder;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.storesync.backoffice.ItemLinks;
import org.storesync.backoffice.LinkedItem;
import org.storesync.backoffice.OrderContent;
import org.storesync.backoffice.OrderLineContent;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;

/** What holds of the money of any sales order on its way into our books. */
class RandomSalesOrdersTest {

  private static final LinkedItem PLATE = new LinkedItem(7, "PLATE", true, 6);
  private static final ItemLinks LINKS = ItemLinks.ofItems(PLATE);

  /** The money of a line; {@code error} is what its total is wrong by. */
  private record LineMoney(
      BigDecimal items,
      BigDecimal shipping,
      BigDecimal discount,
      BigDecimal tax,
      BigDecimal error) {

    BigDecimal total() {
      return items.add(shipping).add(discount).add(tax).add(error);
    }

    OrderFixture addTo(OrderFixture order) {
      return order.line(
          "PLATE",
          "",
          1,
          items.toPlainString(),
          shipping.toPlainString(),
          discount.toPlainString(),
          tax.toPlainString(),
          total().toPlainString());
    }
  }

  /** The money of an order; {@code error} is what its total is wrong by. */
  private record OrderMoney(
      OrderStatus status,
      String currency,
      List<LineMoney> lines,
      BigDecimal otherCharges,
      BigDecimal error) {

    SalesOrder order() {
      OrderFixture order =
          anOrder("114-1").in(status).inCurrency(currency).withOtherCharges(text(otherCharges));
      lines.forEach(line -> line.addTo(order));
      return order.withTotal(text(total())).build();
    }

    private static String text(BigDecimal amount) {
      return amount.toPlainString();
    }

    BigDecimal total() {
      return lines.stream().map(LineMoney::total).reduce(otherCharges, BigDecimal::add).add(error);
    }

    boolean addsUp() {
      return error.signum() == 0 && lines.stream().allMatch(line -> line.error().signum() == 0);
    }
  }

  @Provide
  Arbitrary<OrderMoney> orders() {
    return Arbitraries.of(
            Tuple.of("USD", 2), Tuple.of("EUR", 2), Tuple.of("JPY", 0), Tuple.of("KWD", 3))
        .flatMap(currency -> orders(currency.get1(), currency.get2()));
  }

  private static Arbitrary<OrderMoney> orders(String currency, int decimals) {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("1000000"))
            .ofScale(decimals);
    Arbitrary<BigDecimal> errors =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(BigDecimal.ZERO)),
            Tuple.of(1, Arbitraries.of(BigDecimal.ONE.movePointLeft(decimals))),
            Tuple.of(1, amounts.map(BigDecimal::negate)));
    Arbitrary<LineMoney> lines =
        Combinators.combine(amounts, amounts, amounts.map(BigDecimal::negate), amounts, errors)
            .as(LineMoney::new);
    return Combinators.combine(
            Arbitraries.of(OrderStatus.class),
            Arbitraries.just(currency),
            lines.list().ofMinSize(1).ofMaxSize(6),
            amounts,
            errors)
        .as(OrderMoney::new);
  }

  @Property
  void an_order_is_kept_out_of_our_books_exactly_if_it_does_not_add_up(
      @ForAll("orders") OrderMoney money) {
    assertThat(SalesOrderChecks.problems(money.order(), LINKS, false).isEmpty())
        .isEqualTo(money.addsUp());
  }

  @Property
  void no_cent_is_lost_or_found_on_the_way_into_our_books(@ForAll("orders") OrderMoney money) {
    SalesOrder order = money.order();
    OrderContent content =
        SalesOrderTranslation.content(
            order, Collections.nCopies(order.lines().size(), PLATE), LOS_ANGELES);

    assertThat(content.total()).isEqualByComparingTo(money.total());
    assertThat(content.otherCharges()).isEqualByComparingTo(money.otherCharges());
    assertThat(content.currency()).isEqualTo(money.currency());
    for (int place = 0; place < money.lines().size(); place++) {
      LineMoney told = money.lines().get(place);
      OrderLineContent kept = content.lines().get(place);
      assertThat(kept.items()).isEqualByComparingTo(told.items());
      assertThat(kept.shipping()).isEqualByComparingTo(told.shipping());
      assertThat(kept.discount()).isEqualByComparingTo(told.discount());
      assertThat(kept.tax()).isEqualByComparingTo(told.tax());
      assertThat(kept.total()).isEqualByComparingTo(told.total());
    }
  }

  @Property
  void an_amount_that_our_books_would_have_to_round_keeps_its_order_out(
      @ForAll("orders") OrderMoney money, @ForAll("crumbs") BigDecimal crumb) {
    OrderMoney withCrumb =
        new OrderMoney(
            money.status(),
            money.currency(),
            money.lines(),
            money.otherCharges().add(crumb),
            money.error());

    assertThat(SalesOrderChecks.problems(withCrumb.order(), LINKS, false)).isNotEmpty();
  }

  @Provide
  Arbitrary<BigDecimal> crumbs() {
    return Arbitraries.integers().between(5, 40).map(scale -> BigDecimal.ONE.movePointLeft(scale));
  }
}
