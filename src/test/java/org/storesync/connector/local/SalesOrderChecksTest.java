package org.storesync.connector.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.connector.local.OrderFixture.anOrder;

import org.junit.jupiter.api.Test;
import org.storesync.backoffice.ItemLinks;
import org.storesync.backoffice.LinkedItem;
import org.storesync.kind.salesorder.SalesOrder;

class SalesOrderChecksTest {

  private final ItemLinks links =
      ItemLinks.ofItems(new LinkedItem(1, "MUG", true, 1), new LinkedItem(2, "OLD-MUG", false, 1));

  @Test
  void an_order_whose_lines_have_items_and_whose_amounts_add_up_has_no_problems() {
    SalesOrder order =
        anOrder("114-1")
            .line("mug", "", 1, "10.00", "4.99", "-2.00", "0.85")
            .withOtherCharges("-1.00")
            .build();

    assertThat(SalesOrderChecks.problems(order, links, false)).isEmpty();
  }

  @Test
  void all_that_is_wrong_is_told_at_once_each_thing_once() {
    SalesOrder order =
        anOrder("114-1")
            .line("BLU-MUG-2", 1, "10.00")
            .line("BLU-MUG-2", 1, "10.00")
            .lineWithAsin("", "B00UNKNOWN", 1, "1.00")
            .withTotal("5.00")
            .build();

    assertThat(SalesOrderChecks.problems(order, links, false))
        .containsExactly(
            "SKU BLU-MUG-2 is not linked to an item. Add a cross-reference, or [link it"
                + " here](/items.xhtml?link=BLU-MUG-2).",
            "ASIN B00UNKNOWN is not linked to an item. Add a cross-reference, or [link it"
                + " here](/items.xhtml?link=B00UNKNOWN&type=ASIN).",
            "The lines and other charges add up to 21.00 USD, but the total is 5.00 USD. Check"
                + " the field mapping, or prepare the order again.");
  }

  @Test
  void an_inactive_item_takes_no_new_orders_but_lets_known_ones_change() {
    SalesOrder order = anOrder("114-1").line("OLD-MUG", 1, "10.00").build();

    assertThat(SalesOrderChecks.problems(order, links, false))
        .containsExactly(
            "OLD-MUG is linked to item OLD-MUG, which is inactive. Activate the item, or link"
                + " OLD-MUG to another one.");
    assertThat(SalesOrderChecks.problems(order, links, true)).isEmpty();
  }

  @Test
  void a_line_whose_amounts_do_not_make_its_total_is_named() {
    SalesOrder order =
        anOrder("114-1").line("MUG", "", 1, "10.00", "0", "0", "0.85", "10.84").build();

    assertThat(SalesOrderChecks.problems(order, links, false))
        .singleElement()
        .asString()
        .startsWith("The amounts of line line-1 add up to 10.85 USD, but its total is 10.84 USD.");
  }

  @Test
  void an_amount_that_would_have_to_be_rounded_is_named() {
    SalesOrder order = anOrder("114-1").inCurrency("JPY").line("MUG", 1, "0.00001").build();

    assertThat(SalesOrderChecks.problems(order, links, false))
        .contains("The amount 0.00001 JPY has more digits than the back office can keep exactly.");
  }
}
