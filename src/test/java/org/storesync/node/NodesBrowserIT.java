package org.storesync.node;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.storesync.browser.BrowserJourney;
import org.storesync.browser.DemoRecords;
import org.storesync.browser.Visitor;

@BrowserJourney
class NodesBrowserIT {

  @Test
  void an_administrator_sees_the_nodes_and_what_is_left_of_the_quotas(Visitor administrator) {
    administrator.signIn();
    DemoRecords.prepare(administrator);
    Page page = administrator.page();

    administrator.open("/nodes.xhtml");
    assertThat(page.locator("[id='nodes:table']")).containsText("Alive");
    administrator.checkAccessibility();
    administrator.screenshot("nodes");

    administrator.open("/quotas.xhtml");
    assertThat(page.locator("[id='quotas:table']")).containsText("searchOrders");
    administrator.checkAccessibility();
    administrator.screenshot("quotas");
    administrator.resize(390, 844);
    administrator.preferDark(true);
    administrator.screenshot("quotas-narrow-dark");
  }
}
