package org.storesync.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;

/**
 * The main job, as a newcomer does it: prepare the orders of the demo store, process them, open
 * one, prepare again.
 */
@BrowserJourney
class MainJobBrowserIT {

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
  private static final Pattern NUMBER = Pattern.compile("[\\d,]+");

  @Test
  void a_newcomer_prepares_and_processes_the_orders_of_the_demo_store(Visitor visitor) {
    // The shared server's demo store may have been prepared already.
    ServerSettings settings = ServerSettings.demo("main-job").withAmpleQuota();
    try (RunningServer server = RunningServer.start("main-job", settings)) {
      prepareAndProcess(visitor, server);
    }
  }

  private static void prepareAndProcess(Visitor visitor, RunningServer server) {
    Page page = visitor.page();
    visitor.moveTo(server.address());
    visitor.signIn();

    visitor.open("/prepare-data.xhtml?store=Demo+Store");
    Locator notice = page.locator("[id='prepare:notice']");
    assertThat(notice).containsText("will be prepared in mode Full");
    assertThat(notice).containsText("one call for each 100 documents");
    visitor.screenshot("prepare-data-before");
    visitor.checkAccessibility();

    press(page, "Prepare All");
    Locator salesOrders = row(page, "prepare:entities", "Sales Order");
    Locator fbaOrders = row(page, "prepare:entities", "Marketplace-Fulfilled Order");
    assertThat(salesOrders).containsText("Succeeded", PATIENTLY);
    assertThat(fbaOrders).containsText("Succeeded", PATIENTLY);
    assertThat(salesOrders).containsText("Full instead of Incremental");
    visitor.awaitQuiet();
    visitor.screenshot("prepare-data-after");
    visitor.checkAccessibility();
    int ready = ready(salesOrders) + ready(fbaOrders);
    assertThat(ready).isGreaterThan(500);

    visitor.open("/process-data.xhtml?store=Demo+Store");
    visitor.screenshot("process-data-before");
    visitor.checkAccessibility();
    press(page, Pattern.compile("Process All \\("));
    assertThat(page.locator("main")).containsText("Succeeded", PATIENTLY);
    visitor.awaitQuiet();
    visitor.screenshot("process-data-after");
    visitor.checkAccessibility();
    int processed = numberBefore(page.locator("main").innerText(), " processed");
    int failed = numberBefore(page.locator("main").innerText(), " failed");
    assertThat(processed + failed).isEqualTo(ready);
    assertThat(failed).as("orders with an unknown SKU").isPositive().isLessThan(ready / 10);
    assertThat(page.locator("main")).containsText("is not linked to an item");
    linkAnUnknownSku(visitor);
    skipAllThatFailed(visitor);

    visitor.open("/sales-orders.xhtml");
    visitor.screenshot("sales-orders");
    visitor.checkAccessibility();
    page.locator("tbody a").first().click();
    page.waitForURL("**/sales-order.xhtml**");
    visitor.awaitQuiet();
    visitor.screenshot("sales-order");
    visitor.checkAccessibility();

    visitor.open("/index.xhtml");
    visitor.screenshot("home");
    visitor.checkAccessibility();

    visitor.open("/prepare-data.xhtml?store=Demo+Store");
    assertThat(notice).not().containsText("will be prepared in mode Full");
    press(page, "Prepare All");
    // The first run's outcome stands there until the second one begins.
    assertThat(salesOrders).not().containsText("Full instead of Incremental", PATIENTLY);
    assertThat(salesOrders).containsText("Succeeded", PATIENTLY);
    int again = numberBefore(salesOrders.innerText(), " fetched");
    assertThat(again).as("orders fetched by the second prepare").isLessThan(50);
    syncAllThatAreInactive(visitor);
  }

  /** From the message of a failed order to the link, and the order is taken. */
  private static void linkAnUnknownSku(Visitor visitor) {
    Page page = visitor.page();
    Locator failed = page.locator("[id='work:records_data'] > tr").first();
    String order = failed.locator("td.mono").first().innerText().strip();
    failed.locator("a:has-text('link it here')").click();
    page.waitForURL("**/items.xhtml?link=**");
    visitor.awaitQuiet();
    page.locator("[id='list'] tbody a").first().click();
    Locator reference = page.locator("[id='itemForm:references'] input.mono").last();
    assertThat(reference).hasValue(Pattern.compile("UNKNOWN-.*"));
    visitor.screenshot("link-unknown-sku");
    visitor.checkAccessibility();
    page.locator("[id='itemForm:save']").click();
    assertThat(page.locator("[id='itemForm']")).hasCount(0);

    visitor.open("/process-data.xhtml?store=Demo+Store&externalId=" + order);
    press(page, Pattern.compile("Process All \\(1\\)"));
    assertThat(page.locator("main")).containsText("1 processed", PATIENTLY);
  }

  /** All that are selected under the status Failed are no Prepared ones. */
  private static void skipAllThatFailed(Visitor visitor) {
    Page page = visitor.page();
    visitor.open("/sync-history.xhtml?store=Demo+Store&status=processed&externalId=112-");
    selectAll(page, "history");
    press(page, Pattern.compile("Set as Prepared \\("));
    assertThat(page.locator("[id='history:report']"))
        .containsText("records were set as prepared", PATIENTLY);
    visitor.open("/process-data.xhtml?store=Demo+Store&status=PREPARED");
    String prepared = page.locator("[id='work:processAll']").innerText();
    assertThat(prepared).matches("Process All \\([1-9].*\\)");

    visitor.open("/process-data.xhtml?store=Demo+Store&status=FAILED");
    selectAll(page, "work");
    press(page, Pattern.compile("Skip \\("));
    assertThat(page.locator("[id='work:report']")).containsText("records were skipped", PATIENTLY);
    assertThat(page.locator("[id='work:records']"))
        .containsText("No record matches these filters.");

    visitor.open("/process-data.xhtml?store=Demo+Store&status=PREPARED");
    assertThat(page.locator("[id='work:processAll']")).hasText(prepared);
  }

  /** All that are selected under the preset Inactive are no active ones. */
  private static void syncAllThatAreInactive(Visitor visitor) {
    Page page = visitor.page();
    visitor.open("/entities.xhtml?store=Demo+Store");
    Locator entity =
        page.locator("[id='entities:table_data'] > tr:has-text('Marketplace-Fulfilled Order')");
    entity.locator(".ui-chkbox-box").click();
    entity.locator("button").click();
    assertThat(page.locator(".ui-growl")).containsText("is saved");

    visitor.open("/sync-history.xhtml?store=Demo+Store&status=inactive");
    selectAll(page, "history");
    press(page, Pattern.compile("Sync \\("));
    assertThat(page.locator("main")).containsText("None of the selected records was queued");
    visitor.screenshot("sync-history-inactive");
    assertThat(page.locator("[id='history:runs'] .record-run")).hasCount(0);
  }

  private static void selectAll(Page page, String form) {
    page.locator("[data-ri='0'] .ui-chkbox-box").click();
    page.locator("[id='%s:selectAll']".formatted(form)).click();
    assertThat(page.locator("[id='%s:marks']".formatted(form)))
        .containsText(Pattern.compile("all [\\d,]+ selected"));
  }

  @Test
  void every_page_is_readable_light_and_dark_wide_and_narrow(Visitor visitor) {
    visitor.signIn();
    for (String path :
        new String[] {
          "index", "runs", "entities", "stores", "items", "users", "account", "sync-history"
        }) {
      visitor.open("/" + path + ".xhtml");
      visitor.checkAccessibility();
      visitor.screenshot(path + "-light");
      visitor.preferDark(true);
      visitor.open("/" + path + ".xhtml");
      visitor.checkAccessibility();
      visitor.resize(390, 844);
      visitor.screenshot(path + "-dark-narrow");
      visitor.resize(1280, 800);
      visitor.preferDark(false);
    }
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static void press(Page page, Pattern button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private static Locator row(Page page, String table, String entity) {
    return page.locator("[id='" + table + "_data'] > tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(entity).setExact(true))));
  }

  /** The number in the column Ready to process. */
  private static int ready(Locator row) {
    return Integer.parseInt(
        row.locator("a[href*='process-data']").first().innerText().replace(",", ""));
  }

  private static int numberBefore(String text, String word) {
    int end = text.indexOf(word);
    assertThat(end).as("'%s' in: %s", word, text).isPositive();
    Matcher numbers = NUMBER.matcher(text.substring(0, end));
    String last = "";
    while (numbers.find()) {
      last = numbers.group();
    }
    return Integer.parseInt(last.replace(",", ""));
  }
}
