package org.storesync.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.Visitor;

@BrowserJourney
class AuditBrowserIT {

  private static final String OPERATORS_PASSWORD = "works-all-day-long";

  @Test
  void an_administrator_finds_who_made_a_user(Visitor administrator) {
    administrator.signIn();
    makeUser(administrator, "olga");
    Page page = administrator.page();

    administrator.open("/audit.xhtml");
    assertThat(page.locator("[data-ri='0']")).containsText("User created");
    assertThat(page.locator("[data-ri='0']")).containsText("admin");
    assertThat(page.locator("[data-ri='0']")).containsText("127.0.0.1");
    page.locator("[data-ri='0'] summary").click();
    assertThat(page.locator("[data-ri='0'] .audit-changes")).containsText("VIEWER");
    administrator.checkAccessibility();
    administrator.screenshot("audit");

    page.locator("[id='audit:subject']").fill("OLGA");
    page.locator("[id='audit:subject']").press("Enter");
    page.waitForURL(Pattern.compile(".*audit.xhtml\\?subject=OLGA"));
    assertThat(page.locator("[id='audit:table'] tbody [data-ri]")).hasCount(1);

    page.locator("[id='audit:subject']").fill("nobody of this name");
    page.locator("[id='audit:subject']").press("Enter");
    assertThat(page.locator("[id='audit:table']")).containsText("No line matches these filters.");
    administrator.checkAccessibility();
    administrator.screenshot("audit-empty");
  }

  @Test
  void the_trail_is_taken_along_as_a_file(Visitor administrator) throws IOException {
    administrator.signIn();
    administrator.open("/audit.xhtml?action=SIGNED_IN");

    Download file =
        administrator
            .page()
            .waitForDownload(() -> administrator.page().locator("[id='audit:export']").click());

    org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()))
        .startsWith("time,actor_kind,actor,address,action")
        .contains("USER,admin,127.0.0.1,SIGNED_IN,USER");
  }

  @Test
  void nobody_else_sees_it(Visitor administrator, Visitor viewer) {
    administrator.signIn();
    makeUser(administrator, "oskar");
    viewer.signIn("oskar", OPERATORS_PASSWORD);

    assertThat(viewer.page().locator("nav#menu a[href$='audit.xhtml']")).hasCount(0);
    viewer.expectProblem("403");
    org.assertj.core.api.Assertions.assertThat(viewer.open("/audit.xhtml").status()).isEqualTo(403);
  }

  @Test
  void dark_and_narrow_it_is_as_easy_to_read(Visitor administrator) {
    administrator.signIn();
    administrator.preferDark(true);
    administrator.open("/audit.xhtml");
    administrator.checkAccessibility();
    administrator.screenshot("audit-dark");

    administrator.preferDark(false);
    administrator.resize(390, 844);
    administrator.checkAccessibility();
    administrator.screenshot("audit-narrow");
  }

  private static void makeUser(Visitor administrator, String name) {
    administrator.open("/users.xhtml");
    Page page = administrator.page();
    page.locator("[id='users:new']").click();
    administrator.awaitDialog();
    page.locator("[id='newUser:name']").fill(name);
    page.locator("[id='newUser:password']").fill(OPERATORS_PASSWORD);
    page.locator("[id='newUser:create']").click();
    assertThat(page.locator("[id='users:table']")).containsText(name);
  }
}
