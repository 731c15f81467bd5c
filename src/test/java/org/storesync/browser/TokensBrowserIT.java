package org.storesync.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

/** An administrator makes a token, a program uses it, and the administrator revokes it. */
@BrowserJourney
class TokensBrowserIT {

  @Test
  void a_token_is_shown_once_opens_the_api_and_is_refused_once_revoked(Visitor visitor) {
    visitor.signIn();
    visitor.open("/users.xhtml");
    Page page = visitor.page();
    visitor.checkAccessibility();

    button(page.locator("[id='tokens']"), "New token").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Name").fill("journey");
    visitor.screenshot("new-token");
    visitor.checkAccessibility();
    button(dialog, "Make token").click();
    Locator secret = page.locator("#tokenSecret");
    assertThat(secret).hasText(java.util.regex.Pattern.compile("storesync_\\S{43}"));
    String token = secret.innerText();
    visitor.screenshot("token");
    visitor.checkAccessibility();

    assertThat(call(page, token).status()).isEqualTo(200);

    button(dialog, "Done").click();
    assertThat(secret).hasCount(0);
    visitor.open("/users.xhtml");
    assertThat(page.content()).doesNotContain(token);
    Locator row =
        page.locator("[id='tokens:table'] tr")
            .filter(new Locator.FilterOptions().setHasText("journey"));
    button(row, "Revoke token journey").click();
    assertThat(row).containsText("Revoked");

    assertThat(call(page, token).status()).isEqualTo(401);
  }

  @Test
  void the_cookie_of_a_person_opens_nothing_below_the_api(Visitor visitor) {
    visitor.signIn();

    String root = visitor.page().url().replaceAll("^(https?://[^/]+).*$", "$1");
    for (String path : new String[] {"/api/runs", "/%61pi/runs", "/api;x=1/runs", "/./api/runs"}) {
      assertThat(visitor.page().request().get(root + path).status()).as(path).isNotEqualTo(200);
    }
    assertThat(visitor.page().request().get(root + "/api/runs").status()).isEqualTo(401);
  }

  private static Locator button(Locator within, String name) {
    // Not exactly: the icon of a button is part of its name.
    return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static APIResponse call(Page page, String token) {
    String root = page.url().replaceAll("^(https?://[^/]+).*$", "$1");
    return page.request()
        .get(
            root + "/api/runs",
            RequestOptions.create().setHeader("Authorization", "Bearer " + token));
  }
}
