package org.storesync.pause;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.Visitor;

@BrowserJourney
class PauseBrowserIT {

  @Test
  void a_pause_is_begun_and_ended_on_any_page_and_seen_on_every_page(Visitor operator) {
    operator.signIn();
    operator.open("/items.xhtml");
    Page page = operator.page();

    page.locator("[id='pauseButton:start']").click();
    operator.awaitDialog();
    operator.checkAccessibility();
    page.locator("[id='pauseForm:begin']").click();
    assertThat(page.locator("[id='pauseForm']")).containsText("Give a reason");
    operator.screenshot("pause-refused");
    page.locator("[id='pauseForm:reason']").fill("The stock is being counted.");
    page.locator("[id='pauseForm:begin']").click();
    assertThat(page.locator("[id='strip:pauses']"))
        .containsText("Paused: Everything. The stock is being counted.");

    operator.open("/prepare-data.xhtml");
    assertThat(page.locator("[id='strip:pauses']")).containsText("by admin");
    operator.checkAccessibility();
    operator.screenshot("paused");
    operator.resize(390, 844);
    operator.preferDark(true);
    operator.checkAccessibility();
    operator.screenshot("paused-narrow-dark");

    page.locator("[id='strip:pauses'] button").first().click();
    assertThat(page.locator("[id='strip:pauses'] .strip")).hasCount(0);
  }
}
