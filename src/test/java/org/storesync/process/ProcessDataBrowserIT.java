package org.storesync.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.DemoRecords;
import org.storesync.browser.Visitor;

@BrowserJourney
class ProcessDataBrowserIT {

  private static final double PROCESSING_MILLIS = 60_000;

  @Test
  void a_selection_survives_paging_and_grows_to_all_that_match(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    operator.open("/process-data.xhtml?externalId=11");
    Page page = operator.page();
    operator.checkAccessibility();
    operator.screenshot("process-data");

    box(page, 0).click();
    assertThat(button(page, "process")).hasText("Process (1)");
    page.locator(".ui-paginator-next").first().click();
    assertThat(page.locator("[data-ri='50']")).isVisible();
    box(page, 50).click();
    assertThat(button(page, "process")).hasText("Process (2)");
    assertThat(marks(page)).containsText("2 selected");

    page.locator("[id='work:selectAll']").click();
    assertThat(marks(page)).containsText(Pattern.compile("all [\\d,]+ selected"));
    assertThat(button(page, "process")).hasText(Pattern.compile("Process \\([\\d,]{3,}\\)"));

    page.locator("[id='work:selectNone']").click();
    assertThat(marks(page)).containsText("none selected");
    assertThat(button(page, "process")).isDisabled();
  }

  @Test
  void what_is_skipped_leaves_the_table_and_the_result_stays(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    String id = DemoRecords.waiting(operator, "112-").get(0);
    operator.open("/process-data.xhtml?externalId=" + id);
    Page page = operator.page();

    box(page, 0).click();
    page.locator("[id='work:skip']:has-text('Skip (1)')").click();

    assertThat(page.locator("[id='work:report']")).containsText("1 record was skipped.");
    assertThat(page.locator("[id='work:records']"))
        .containsText("No record matches these filters.");
    operator.checkAccessibility();
    page.locator("[id='work:dismissReport']").click();
    assertThat(page.locator("[id='work:report']")).hasText("");
  }

  @Test
  void a_run_shows_its_result_with_a_link_to_exactly_its_records(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    String id = DemoRecords.waiting(operator, "113-").get(0);
    operator.open("/process-data.xhtml?externalId=" + id);
    Page page = operator.page();

    button(page, "processAll").click();

    Locator result = page.locator("[id='work:runs']");
    assertThat(result)
        .containsText(
            "1 processed",
            new LocatorAssertions.ContainsTextOptions().setTimeout(PROCESSING_MILLIS));
    operator.checkAccessibility();
    operator.screenshot("process-data-result");
    result.locator("a[href*='status=PROCESSED']").click();
    operator.awaitQuiet();
    assertThat(page.locator("[data-ri]")).hasCount(1);
    assertThat(page.locator("[data-ri='0']")).containsText(id);
  }

  @Test
  void with_a_limit_the_number_on_the_button_is_what_is_loaded(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    operator.open("/process-data.xhtml?limit=1000");

    assertThat(marks(operator.page()))
        .containsText(Pattern.compile("1,000 of [\\d,]+ records that match are loaded"));
    assertThat(button(operator.page(), "processAll")).hasText("Process All (1,000)");
  }

  @Test
  void dark_and_narrow_it_is_as_easy_to_read(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    operator.preferDark(true);
    operator.open("/process-data.xhtml?status=PREPARED");
    operator.checkAccessibility();
    operator.screenshot("process-data-dark");

    operator.preferDark(false);
    operator.resize(390, 844);
    operator.checkAccessibility();
    operator.screenshot("process-data-narrow");
  }

  private static Locator box(Page page, int row) {
    return page.locator("[data-ri='%d'] .ui-chkbox-box".formatted(row));
  }

  private static Locator button(Page page, String id) {
    return page.locator("[id='work:%s']".formatted(id));
  }

  private static Locator marks(Page page) {
    return page.locator("[id='work:marks']");
  }
}
