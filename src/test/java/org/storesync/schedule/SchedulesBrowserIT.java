package org.storesync.schedule;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.Visitor;
import org.storesync.server.ClockedServer;

/** The page Schedules, and the ways that lead to it; the empty page is looked at first. */
@BrowserJourney
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchedulesBrowserIT {

  private static final double PATIENCE_MILLIS = 120_000;
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);

  private static ClockedServer server;

  @BeforeAll
  static void a_server_whose_minutes_pass_at_once() {
    server = new ClockedServer("schedules");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void signIn(Visitor operator) {
    operator.moveTo(server.running().address());
    operator.signIn();
  }

  private static Locator field(Page page, String id) {
    return page.locator("[id='schedule:" + id + "']");
  }

  private static void type(Page page, String id, String text) {
    field(page, id).fill(text);
  }

  @Test
  @Order(1)
  void a_template_makes_schedules_that_wait_to_be_switched_on(Visitor operator) {
    signIn(operator);
    operator.open("/schedules.xhtml");
    Page page = operator.page();
    assertThat(page.locator("main")).containsText("There are no schedules.");
    operator.checkAccessibility();
    operator.screenshot("schedules-empty");

    page.locator("[id='schedules:templates']").click();
    Locator use = page.locator("[id='template:use']");
    assertThat(use).isVisible();
    operator.checkAccessibility();
    operator.screenshot("schedules-template");
    use.click();

    Locator rows = page.locator("[id='schedules:table'] tbody tr");
    assertThat(rows).hasCount(3);
    assertThat(page.locator("main")).containsText("3 schedules are made, switched off.");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("Off"))).hasCount(3);
    Locator catchUp = rows.filter(new Locator.FilterOptions().setHasText("catch up by date"));
    assertThat(catchUp).containsText("daily at 03:30");
    catchUp.getByRole(AriaRole.BUTTON).click();
    assertThat(catchUp).containsText(Pattern.compile("On.*in \\d+ (s|min|h)", Pattern.DOTALL));
    operator.checkAccessibility();
    operator.screenshot("schedules");
    operator.preferDark(true);
    operator.screenshot("schedules-dark");
    operator.preferDark(false);
    operator.resize(390, 844);
    operator.screenshot("schedules-390");
    operator.resize(1280, 800);
  }

  @Test
  @Order(2)
  void a_cron_line_is_checked_as_it_is_typed(Visitor operator) {
    signIn(operator);
    operator.open("/schedules.xhtml?new=true");
    Page page = operator.page();
    assertThat(field(page, "next").locator("li")).hasCount(5);
    operator.checkAccessibility();

    field(page, "form").selectOption("CRON");
    operator.awaitQuiet();
    field(page, "zone").selectOption("Europe/Berlin");
    operator.awaitQuiet();
    type(page, "cron", "61 2 * * *");
    assertThat(field(page, "rhythmProblem")).containsText("Value 61 not in range [0, 59]");
    assertThat(field(page, "next")).containsText("It is never due.");
    // Else the bar above lies over a link.
    page.evaluate("window.scrollTo(0, 0)");
    operator.checkAccessibility();
    operator.screenshot("schedule-cron-wrong");

    type(page, "cron", "30 2 * * MON-FRI");
    assertThat(field(page, "rhythmProblem")).hasText("");
    assertThat(field(page, "next")).containsText("at 02:30 every day between Monday and Friday");
    assertThat(field(page, "next").locator("li")).hasCount(5);
    assertThat(field(page, "next").locator("li").first())
        .containsText(Pattern.compile("2:30.*CES?T"));

    page.locator("[id='schedule:save']").click();
    assertThat(field(page, "nameProblem")).containsText("Enter a name");
    operator.checkAccessibility();
    operator.screenshot("schedule-refused");
  }

  @Test
  @Order(3)
  void a_selection_of_prepare_data_becomes_a_schedule_that_runs_and_is_told(Visitor operator) {
    signIn(operator);
    operator.open("/prepare-data.xhtml");
    Page page = operator.page();
    page.locator("[id='prepare:entities'] tbody .ui-chkbox-box").first().click();
    assertThat(page.locator("[id='prepare:prepareSelected']")).containsText("(1)");
    operator.screenshot("prepare-data-add-schedule");
    page.locator("[id='prepare:addSchedule']").click();
    operator.awaitQuiet();

    assertThat(field(page, "action")).hasValue("PREPARE");
    assertThat(page.locator("[id='schedule:entities'] input:checked")).hasCount(1);
    type(page, "name", "Every minute");
    type(page, "minutes", "1");
    assertThat(field(page, "next")).containsText("every minute");
    page.locator("[id='schedule:save']").click();
    page.waitForURL(Pattern.compile(".*schedule=\\d+"));
    operator.awaitQuiet();
    operator.screenshot("schedule-new");

    Locator history = page.locator("[id='history:table']");
    server.pass(Duration.ofMinutes(1));
    assertThat(history).containsText("Succeeded", PATIENTLY);
    operator.checkAccessibility();
    operator.screenshot("schedule");
    operator.preferDark(true);
    operator.screenshot("schedule-dark");
    operator.preferDark(false);
    operator.resize(390, 844);
    operator.screenshot("schedule-390");
    operator.resize(1280, 800);
    history.locator("a[href*='run=']").first().click();
    operator.awaitQuiet();
    assertThat(page.locator("main")).containsText("Every minute");

    page.goBack();
    operator.awaitQuiet();
    field(page, "active").locator(".ui-chkbox-box").click();
    page.locator("[id='schedule:save']").click();
    assertThat(page.locator(".ui-growl")).containsText("is saved");
    operator.awaitQuiet();
    operator.open("/schedules.xhtml");
    assertThat(
            page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Every minute")))
        .containsText("Off");
  }

  @Test
  @Order(4)
  void a_selection_of_process_data_becomes_a_schedule(Visitor operator) {
    signIn(operator);
    operator.open("/process-data.xhtml?entity=SALES_ORDER&limit=1000");
    Page page = operator.page();
    page.locator("[id='work:addSchedule']").click();
    operator.awaitQuiet();

    assertThat(field(page, "action")).hasValue("PROCESS");
    assertThat(field(page, "rowLimit")).hasValue("1000");
    assertThat(page.locator("[id='schedule:entities'] input:checked")).hasCount(1);

    field(page, "form").selectOption("WEEKLY");
    operator.awaitQuiet();
    page.locator("[id='schedule:days'] .ui-chkbox-box").nth(2).click();
    assertThat(field(page, "next")).containsText("Mon, Wed at 03:00");
    operator.checkAccessibility();
  }

  @Test
  @Order(5)
  void a_person_who_reads_german_is_told_in_german(Visitor operator) {
    signIn(operator);
    operator
        .page()
        .context()
        .addCookies(List.of(new Cookie("storesync_language", "de").setUrl(operator.page().url())));
    operator.open("/schedules.xhtml");
    assertThat(operator.page().locator("h1")).containsText("Zeitpläne");
    operator.screenshot("schedules-de");
    operator.open("/schedules.xhtml?new=true");
    assertThat(operator.page().locator("main")).containsText("alle 15 Minuten");
    operator.checkAccessibility();
    operator.screenshot("schedule-de");
  }
}
