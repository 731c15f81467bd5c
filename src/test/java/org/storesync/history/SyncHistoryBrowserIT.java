package org.storesync.history;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.DemoRecords;
import org.storesync.browser.Visitor;

@BrowserJourney
class SyncHistoryBrowserIT {

  private static final double PROCESSING_MILLIS = 60_000;
  private static final String VIEWERS_PASSWORD = "only-looking-around";

  @Test
  void a_record_is_found_by_its_id_synced_and_looked_into(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    String id = DemoRecords.waiting(operator, "114-").get(0);
    Page page = operator.page();

    page.locator("input[name=find]").fill(id);
    page.locator("input[name=find]").press("Enter");
    page.waitForURL("**/sync-history.xhtml?find=*");
    operator.awaitQuiet();
    assertThat(page.locator("[data-ri]")).hasCount(1);
    operator.checkAccessibility();

    page.locator("[data-ri='0'] .ui-chkbox-box").click();
    page.locator("[id='history:sync']:has-text('Sync (1)')").click();
    assertThat(page.locator("[id='history:runs']"))
        .containsText(
            "1 processed",
            new LocatorAssertions.ContainsTextOptions().setTimeout(PROCESSING_MILLIS));
    assertThat(page.locator("[data-ri='0']")).containsText("Processed");
    operator.screenshot("sync-history-result");

    page.locator(".record-link").first().click();
    operator.awaitQuiet();
    assertThat(page.locator("#attemptLog tbody tr")).hasCount(1);
    page.locator("[id='record:compare']").click();
    assertThat(page.locator("[id='record:comparison']")).containsText("lines[1].sku");
    page.locator("[id='record:showPayload']").click();
    assertThat(page.locator("[id='record:payload'] pre")).containsText(id);
    operator.checkAccessibility();
    page.evaluate("scrollTo(0, 0)");
    operator.screenshot("record");
  }

  @Test
  void documents_that_do_not_exist_are_not_linked(Visitor operator) {
    operator.signIn();
    operator.open("/sync-history.xhtml");
    Page page = operator.page();

    page.locator("[id='history:add']").click();
    operator.awaitDialog();
    page.locator("[id='pairForm:pairExternal']").fill("999-0000000-0000000");
    page.locator("[id='pairForm:pairLocal']").fill("SO-1");
    page.locator("[id='pairForm:pairSave']").click();

    assertThat(page.locator("#pairProblem"))
        .hasText(
            "Sales Order 999-0000000-0000000 is not in this store’s marketplace account."
                + " Check the external id.");
    operator.checkAccessibility();
    operator.screenshot("sync-history-add-refused");
    page.locator("[id='pairForm:pairCancel']").click();
    assertThat(page.locator("[id='pairForm:pairExternal']")).isHidden();
  }

  @Test
  void deleting_asks_with_the_number_of_records(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    String id = DemoRecords.waiting(operator, "701-").get(0);
    operator.open("/sync-history.xhtml?externalId=" + id);
    Page page = operator.page();

    page.locator("[data-ri='0'] .ui-chkbox-box").click();
    page.locator("[id='history:delete']:has-text('Delete (1)')").click();
    assertThat(page.locator(".ui-confirm-dialog")).containsText("Delete 1 record?");
    operator.checkAccessibility();
    page.locator(".ui-confirmdialog-yes").click();

    assertThat(page.locator("[id='history:report']")).containsText("1 record was deleted.");
    assertThat(page.locator("[id='history:records']"))
        .containsText("No record matches these filters.");
  }

  @Test
  void a_viewer_looks_at_everything_and_can_change_nothing(Visitor administrator, Visitor viewer) {
    administrator.signIn();
    DemoRecords.prepare(administrator);
    makeViewer(administrator);
    viewer.signIn("vera", VIEWERS_PASSWORD);
    Page page = viewer.page();

    for (String path : new String[] {"/process-data.xhtml", "/sync-history.xhtml"}) {
      viewer.open(path);
      assertThat(page.locator("[data-ri='0']")).isVisible();
      assertThat(page.locator("main .toolbar")).hasCount(0);
      assertThat(page.locator("main .ui-selection-column")).hasCount(0);
      viewer.checkAccessibility();
    }
    viewer.screenshot("sync-history-viewer");
    page.locator(".record-link").first().click();
    viewer.awaitQuiet();
    assertThat(page.locator("[id='record:facts']")).isVisible();
    assertThat(page.locator("[id='record:showPayload']")).hasCount(0);
    assertThat(page.locator("[id='record:compare']")).hasCount(0);
  }

  @Test
  void dark_and_narrow_it_is_as_easy_to_read(Visitor operator) {
    operator.signIn();
    DemoRecords.prepare(operator);
    operator.preferDark(true);
    operator.open("/sync-history.xhtml");
    operator.checkAccessibility();
    operator.screenshot("sync-history-dark");

    operator.preferDark(false);
    operator.resize(390, 844);
    operator.checkAccessibility();
    operator.screenshot("sync-history-narrow");
  }

  private static void makeViewer(Visitor administrator) {
    administrator.open("/users.xhtml");
    Page page = administrator.page();
    page.locator("[id='users:new']").click();
    administrator.awaitDialog();
    page.locator("[id='newUser:name']").fill("vera");
    page.locator("[id='newUser:password']").fill(VIEWERS_PASSWORD);
    page.locator("[id='newUser:create']").click();
    assertThat(page.locator("[id='users:table']")).containsText("vera");
  }
}
