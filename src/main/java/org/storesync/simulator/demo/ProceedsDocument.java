package org.storesync.simulator.demo;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.storesync.simulator.message.JsonText;

/** The data set PROCEEDS: of the order, and of each line. For the sums see {@link LineMoney}. */
final class ProceedsDocument {

  private static final String SUBTOTAL = "subtotal";
  private static final String BREAKDOWNS = "breakdowns";

  private final Amounts amounts;

  ProceedsDocument(DemoMarketplace marketplace) {
    amounts = new Amounts(marketplace);
  }

  JsonObjectBuilder ofOrder(List<Line> lines, long tip) {
    JsonArrayBuilder breakdowns = JsonText.array();
    for (Charge charge : Charge.values()) {
      long sum = lines.stream().mapToLong(line -> line.money().of(charge)).sum();
      if (sum != 0 || charge == Charge.ITEM) {
        breakdowns.add(breakdown(charge.name(), sum));
      }
    }
    long tax = lines.stream().mapToLong(line -> line.money().tax()).sum();
    if (tax != 0) {
      breakdowns.add(breakdown("TAX", tax));
    }
    if (tip != 0) {
      breakdowns.add(breakdown("DELIVERY_TIP", tip).add("status", "FINALIZED"));
    }
    return JsonText.object()
        .add("grandTotal", amounts.money(total(lines, tip)))
        .add(BREAKDOWNS, breakdowns);
  }

  JsonObjectBuilder ofLine(LineMoney money) {
    JsonArrayBuilder breakdowns = JsonText.array();
    money.charges().forEach((charge, amount) -> breakdowns.add(ofCharge(money, charge, amount)));
    if (!money.taxes().isEmpty()) {
      JsonArrayBuilder details = JsonText.array();
      money.taxes().forEach((charge, tax) -> details.add(detail(charge, tax)));
      breakdowns.add(breakdown("TAX", money.tax()).add("detailedBreakdowns", details));
    }
    return JsonText.object()
        .add("proceedsTotal", amounts.money(money.total()))
        .add(BREAKDOWNS, breakdowns);
  }

  static long total(List<Line> lines, long tip) {
    return lines.stream().mapToLong(line -> line.money().total()).sum() + tip;
  }

  private JsonObjectBuilder ofCharge(LineMoney money, Charge charge, long amount) {
    JsonObjectBuilder breakdown = breakdown(charge.name(), amount);
    if (charge == Charge.DISCOUNT) {
      breakdown.add("detailedBreakdowns", discounts(amount, money.shippingDiscount()));
    }
    return breakdown;
  }

  private JsonArrayBuilder discounts(long discount, long onShipping) {
    JsonArrayBuilder details = JsonText.array();
    if (discount != onShipping) {
      details.add(detail(Charge.ITEM, discount - onShipping));
    }
    if (onShipping != 0) {
      details.add(detail(Charge.SHIPPING, onShipping));
    }
    return details;
  }

  private JsonObjectBuilder breakdown(String type, long subtotal) {
    return JsonText.object().add("type", type).add(SUBTOTAL, amounts.money(subtotal));
  }

  private JsonObjectBuilder detail(Charge subtype, long value) {
    return JsonText.object().add("subtype", subtype.name()).add("value", amounts.money(value));
  }
}
