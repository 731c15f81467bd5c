package org.storesync.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.storesync.server.ServerSettings;

/** What a mouse can do, a keyboard can do too, and one always sees where one is. */
@BrowserJourney
class KeyboardBrowserIT {

  private static final int MOST_STOPS = 400;

  @Test
  void a_person_without_a_mouse_signs_in_prepares_selects_and_opens_a_dialog(Visitor visitor) {
    Page page = visitor.page();
    visitor.open("/login.xhtml");
    page.keyboard().type("admin");
    tabTo(page, "[id='login:password']");
    page.keyboard().type(ServerSettings.ADMIN_PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/login.xhtml"));
    visitor.awaitQuiet();

    follow(visitor, "nav a[href*='prepare-data.xhtml']");
    press(page, "[id='prepare:prepareAll']");
    assertThat(page.locator("main"))
        .containsText("Succeeded", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));

    follow(visitor, "nav a[href*='process-data.xhtml']");
    press(page, "summary.record-columns-button");
    assertThat(page.locator(".record-columns .popup")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".record-columns .popup")).isHidden();

    follow(visitor, "nav a[href*='sync-history.xhtml']");
    tabTo(
        page,
        "[id='history:records'] tbody input[type='checkbox'], [id='history:records'] tbody [role='checkbox']");
    page.keyboard().press("Space");
    assertThat(page.locator("[id='history:sync']")).containsText("(1)");

    press(page, "[id='history:add']");
    Locator dialog = page.locator("[role='dialog']:visible");
    assertThat(dialog).isVisible();
    visitor.awaitDialog();
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
  }

  private static void follow(Visitor visitor, String link) {
    tabTo(visitor.page(), link);
    String address = visitor.page().url();
    visitor.page().keyboard().press("Enter");
    visitor.page().waitForURL(url -> !url.equals(address));
    visitor.awaitQuiet();
  }

  private static void press(Page page, String button) {
    tabTo(page, button);
    page.keyboard().press("Enter");
  }

  /** From stop to stop, each of which can be seen, until this one. */
  private static void tabTo(Page page, String selector) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (isOn(page, selector)) {
        assertThat(isSeen(page)).as("the focus on %s is seen", selector).isTrue();
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("No keyboard leads to " + selector + " on " + page.url());
  }

  private static boolean isOn(Page page, String selector) {
    return (Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector);
  }

  /** Whether the focused element, or the box that stands for it, is marked. */
  private static boolean isSeen(Page page) {
    return (Boolean)
        page.evaluate(
            "() => { const marked = e => { const s = getComputedStyle(e);"
                + " return (s.outlineStyle !== 'none' && s.outlineWidth !== '0px')"
                + " || s.boxShadow !== 'none'; };"
                + " const e = document.activeElement;"
                + " return [e, e.parentElement, e.closest('.ui-chkbox'), e.nextElementSibling,"
                + " ...(e.closest('.ui-chkbox')?.querySelectorAll('*') ?? [])]"
                + ".some(x => x && marked(x)); }");
  }
}
