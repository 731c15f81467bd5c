package org.storesync.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.Visitor;
import org.storesync.server.ClockedServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TokenUser;

@BrowserJourney
class AlertsBrowserIT {

  private static final double UNTIL_IT_IS_NOTICED_MILLIS = 150_000;
  private static final String STORE = "/api/stores/Locked%20out";

  private Visitor operator;
  private ClockedServer server;

  @Test
  void an_alert_is_seen_on_every_page_and_seen_to(Visitor visitor) {
    operator = visitor;
    try (ClockedServer clocked = new ClockedServer("alerts-seen")) {
      server = clocked;
      operator.moveTo(server.running().address());
      operator.signIn();
      seeAnAlertAndItsEnd();
    }
  }

  private void seeAnAlertAndItsEnd() {
    Page page = operator.page();
    operator.open("/alerts.xhtml");
    operator.checkAccessibility();
    operator.screenshot("alerts-none");

    makeStoreThatIsRefused();
    prepare();
    awaitOn("/items.xhtml", "[id='strip:alerts'] .strip");
    operator.checkAccessibility();
    operator.screenshot("alert-strip");
    operator.open("/index.xhtml");
    assertThat(page.locator(".attentions")).containsText("Locked out is no longer let in.");

    operator.open("/alerts.xhtml");
    assertThat(page.locator("[id='alerts:table']")).containsText("Locked out is no longer let in.");
    operator.checkAccessibility();
    operator.screenshot("alerts");
    page.locator("button[id$=':snooze_button']").first().click();
    page.locator(".ui-menuitem-link:visible").first().waitFor();
    operator.screenshot("alert-snooze");
    page.locator(".ui-menuitem-link:visible").first().click();
    assertThat(page.locator("[id='alerts:table']")).containsText("Snoozed");
    operator.awaitQuiet();
    page.locator("button[id$=':acknowledge']").first().click();
    assertThat(page.locator("[id='alerts:table']")).containsText("Acknowledged");
    assertThat(page.locator("[id='alerts:table']")).containsText("by admin");
    operator.awaitQuiet();
    operator.resize(390, 844);
    operator.preferDark(true);
    operator.checkAccessibility();
    operator.screenshot("alerts-narrow-dark");
    operator.resize(1280, 800);
    operator.preferDark(false);
    operator.open("/items.xhtml");
    assertThat(page.locator("[id='strip:alerts'] .strip")).hasCount(0);

    call("PUT", STORE, Map.of("refreshToken", "Atzr|demo-seller"));
    prepare();
    awaitOn("/alerts.xhtml", "[id='alerts:over']");
    operator.checkAccessibility();
    operator.screenshot("alerts-ended");
  }

  /** Opens the page again and again, a minute later each time, until it shows this. */
  private void awaitOn(String path, String selector) {
    operator
        .page()
        .waitForCondition(
            () -> {
              server.pass(Duration.ofMinutes(1));
              operator.open(path);
              return operator.page().locator(selector).count() == 1;
            },
            new Page.WaitForConditionOptions().setTimeout(UNTIL_IT_IS_NOTICED_MILLIS));
  }

  private void makeStoreThatIsRefused() {
    call(
        "POST",
        "/api/stores",
        Map.of(
            "name", "Locked out",
            "region", "NA",
            "clientId", "amzn1.application-oa2-client.demo",
            "clientSecret", "amzn1.oa2-cs.v1.demo-secret",
            "refreshToken", "Atzr|wrong",
            "apiEndpoint", "/simulator",
            "tokenEndpoint", "/simulator/auth/o2/token",
            "earliestOrderDate", LocalDate.now(ZoneOffset.UTC).minusDays(2).toString()));
    call("PUT", STORE + "/entities/SALES_ORDER", Map.of("active", true));
  }

  /** Until it has ended: no minute passes while it is at work. */
  private void prepare() {
    call("POST", STORE + "/preparations", Map.of("entities", List.of("SALES_ORDER")));
    TokenUser program = new TokenUser(server.running());
    operator
        .page()
        .waitForCondition(
            () -> program.runs().stream().allMatch(run -> run.containsKey("finished")),
            new Page.WaitForConditionOptions().setTimeout(UNTIL_IT_IS_NOTICED_MILLIS));
  }

  private void call(String method, String path, Map<String, Object> body) {
    APIResponse answer =
        operator
            .page()
            .request()
            .fetch(
                server.running().address().resolve(path).toString(),
                RequestOptions.create()
                    .setMethod(method)
                    .setHeader("Authorization", "Bearer " + ServerSettings.API_TOKEN)
                    .setHeader("If-Match", "*")
                    .setData(body));
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
  }
}
