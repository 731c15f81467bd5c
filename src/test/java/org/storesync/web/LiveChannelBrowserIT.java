package org.storesync.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.DemoRecords;
import org.storesync.browser.Visitor;

@BrowserJourney
class LiveChannelBrowserIT {

  private static final double PROCESSING_MILLIS = 60_000;

  @Test
  void what_happens_before_a_page_hears_news_is_seen_on_it(Visitor operator, Visitor colleague) {
    colleague.signIn();
    DemoRecords.prepare(colleague);
    String id = DemoRecords.waiting(colleague, "111-").get(0);
    operator.signIn();
    AtomicReference<String> run = new AtomicReference<>();
    operator
        .page()
        .route(
            "**/live.js*",
            script -> {
              // The page is written, and can't open its channel yet.
              run.set(process(colleague, id));
              script.resume();
            });

    operator.open("/runs.xhtml?kind=PROCESS");

    Locator row =
        operator
            .page()
            .locator("[id='runs:table_data'] > tr:has(a[href$='run=" + run.get() + "'])");
    assertThat(row).containsText("Succeeded");
  }

  /**
   * @return the number of the run, which has ended
   */
  private static String process(Visitor colleague, String id) {
    colleague.open("/process-data.xhtml?externalId=" + id);
    Page page = colleague.page();
    page.locator("[id='work:processAll']").click();
    Locator result = page.locator("[id='work:runs']");
    assertThat(result)
        .containsText(
            "1 processed",
            new LocatorAssertions.ContainsTextOptions().setTimeout(PROCESSING_MILLIS));
    String address = result.locator("a[href*='runs.xhtml?run=']").first().getAttribute("href");
    return address.substring(address.indexOf('=') + 1);
  }
}
