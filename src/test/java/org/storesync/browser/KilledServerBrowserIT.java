package org.storesync.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.SimulatedAccount;

/**
 * A server that is killed in the middle of preparing loses no order and makes none twice. What
 * should be there is asked of the simulated marketplace, what is there of the back office's own
 * table.
 */
@BrowserJourney
class KilledServerBrowserIT {

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

  @Test
  void a_server_that_is_killed_ends_with_every_order_exactly_once(Visitor visitor) {
    ServerSettings settings = ServerSettings.demo("killed").withAmpleQuota();
    Instant settled = Instant.now().minus(Duration.ofMinutes(5));
    Page page = visitor.page();
    // A dying server lets requests and the live channel fail: that is what this journey is about.
    visitor.expectProblem("");

    try (RunningServer first = RunningServer.start("killed-1", settings)) {
      new SimulatedAccount(first).slowDown(3, 700);
      visitor.moveTo(first.address());
      visitor.signIn();
      visitor.open("/prepare-data.xhtml");
      button(page, "Prepare All").click();
      assertThat(page.locator("main")).containsText(Pattern.compile("[3-9] pages"), PATIENTLY);
      first.kill();
    }

    try (RunningServer second = RunningServer.start("killed-2", settings)) {
      visitor.moveTo(second.address());
      visitor.signIn();
      visitor.open("/runs.xhtml?kind=PREPARE");
      Locator prepared = page.locator("tbody tr").filter(succeeded());
      assertThat(prepared).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(120_000));

      visitor.open("/process-data.xhtml");
      button(page, "Process All \\(").click();
      assertThat(page.locator("main"))
          .containsText(Pattern.compile("[1-9][\\d,]* processed"), PATIENTLY);
      new SimulatedAccount(second).checkImportedOnce(ordersOfTheBackOffice(page, visitor), settled);
    }
  }

  private static Locator.FilterOptions succeeded() {
    return new Locator.FilterOptions().setHasText("Succeeded");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  /** The Amazon order ids of all sales orders, as the page lists them. */
  private static List<String> ordersOfTheBackOffice(Page page, Visitor visitor) {
    visitor.open("/sales-orders.xhtml");
    List<String> ids = new ArrayList<>();
    Locator next = page.locator(".ui-paginator-next").first();
    while (true) {
      ids.addAll(page.locator("tbody td").filter(amazonOrderId()).allInnerTexts());
      if (next.getAttribute("class").contains("ui-state-disabled")) {
        return ids;
      }
      String firstBefore = ids.get(ids.size() - 1);
      next.click();
      assertThat(page.locator("tbody tr").last()).not().containsText(firstBefore);
    }
  }

  private static Locator.FilterOptions amazonOrderId() {
    return new Locator.FilterOptions()
        .setHasText(Pattern.compile("^\\s*\\d{3}-\\d{7}-\\d{7}\\s*$"));
  }
}
