package org.storesync.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;

/** Records of the demo store for journeys: each journey takes some that no other one touches. */
public final class DemoRecords {

  private static final double PREPARING_MILLIS = 120_000;

  private DemoRecords() {}

  /** Prepares the demo store unless it was done; the visitor is an operator. */
  public static void prepare(Visitor visitor) {
    visitor.open("/sync-history.xhtml?status=ready");
    if (!visitor.page().locator("[data-ri='0']").isVisible()) {
      visitor.open("/prepare-data.xhtml");
      visitor.page().locator("[id='prepare:prepareAll']").click();
      Locator prepared =
          visitor.page().locator("[id='prepare:entities_data'] > tr:has-text('Succeeded')");
      PlaywrightAssertions.assertThat(prepared)
          .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(PREPARING_MILLIS));
    }
  }

  /** External ids of sales orders that wait, whose id begins with this. */
  public static List<String> waiting(Visitor visitor, String beginning) {
    visitor.open("/process-data.xhtml?entity=SALES_ORDER&status=PREPARED&externalId=" + beginning);
    List<String> ids =
        visitor.page().locator("[data-ri] td.mono").allInnerTexts().stream()
            .map(String::strip)
            .filter(id -> id.startsWith(beginning))
            .toList();
    assertThat(ids).as("waiting sales orders that begin with %s", beginning).isNotEmpty();
    return ids;
  }
}
