package org.storesync.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.storesync.server.MarketplaceServer;
import org.storesync.server.ProcessingGate;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.SimulatedAccount;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TestQueries;

/**
 * Two real nodes that start together on one empty PostgreSQL, and a marketplace apart from them, so
 * that its log of requests outlives whoever is killed. A node is killed while it prepares and
 * another time while both process: the other one goes on, and every order is there once.
 */
@BrowserJourney
class TwoNodesBrowserIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PREPARED = "select count(*) from sync_record";
  private static final String BOOKED = "select count(*) from sales_order";

  private ServerSettings database;
  private TestQueries books;
  private final Map<String, RunningServer> nodes = new ConcurrentHashMap<>();

  @Test
  void a_node_that_is_killed_loses_no_order_and_makes_none_twice(Visitor visitor) {
    // A dying server lets requests and the live channel fail: that is what this journey is about.
    visitor.expectProblem("");
    Instant settled = Instant.now().minus(Duration.ofMinutes(5));
    try (TestPostgresql postgresql = TestPostgresql.start();
        MarketplaceServer marketplace = new MarketplaceServer()) {
      database = postgresql.newDatabase("two_nodes").withNewSecretKey();
      books = new TestQueries(database, PATIENCE);
      startTogether("one", "two");
      connect(visitor, marketplace.address());
      SimulatedAccount account = marketplace.account();

      List<String> pages = prepareAndKill(visitor, account);
      start(nodes.containsKey("one") ? "two" : "one");
      processAndKill(visitor);

      assertThat(account.pagesGiven())
          .as("pages given: processing asks the marketplace for nothing")
          .isEqualTo(pages);
      account.checkImportedOnce(books.texts("select amazon_order_id from sales_order"), settled);
    } finally {
      nodes.values().forEach(RunningServer::close);
    }
  }

  private void startTogether(String... names) {
    List<CompletableFuture<Void>> starting = new ArrayList<>();
    for (String name : names) {
      ServerSettings settings = settings(name);
      starting.add(
          CompletableFuture.supplyAsync(() -> RunningServer.start("two-nodes-" + name, settings))
              .thenAccept(node -> nodes.put(name, node)));
    }
    starting.forEach(CompletableFuture::join);
  }

  private void start(String name) {
    nodes.put(name, RunningServer.start("two-nodes-" + name + "-again", settings(name)));
  }

  /** One worker a node, so that a run of two workers is shared. */
  private ServerSettings settings(String node) {
    return ServerSettings.demo("two-nodes-" + node)
        .with(database)
        .with("storesync.node", node)
        .with("storesync.workers", "1")
        .with("storesync.http.insecure.allowed", "true");
  }

  private void kill(String node) {
    nodes.remove(node).kill();
  }

  private RunningServer anyNode() {
    return nodes.values().iterator().next();
  }

  /** Lets the demo store ask this marketplace. */
  private void connect(Visitor visitor, URI marketplace) {
    visitor.moveTo(anyNode().address());
    visitor.signIn();
    visitor.open("/stores.xhtml?store=Demo+Store");
    Page page = visitor.page();
    page.locator(".store-addresses summary").click();
    Locator addresses = page.locator(".store-addresses input");
    addresses.nth(0).fill(marketplace.toString());
    addresses.nth(1).fill(marketplace + "/auth/o2/token");
    page.locator("button[id$=':save']").click();
    PlaywrightAssertions.assertThat(page.locator("body")).containsText("Demo Store is saved");
  }

  /**
   * @return the pages of orders that the marketplace gave
   */
  private List<String> prepareAndKill(Visitor visitor, SimulatedAccount account) {
    account.slowDown(3, 700);
    visitor.open("/prepare-data.xhtml");
    visitor.page().locator("[id='prepare:prepareAll']").click();
    await("some pages are stored", () -> books.number(PREPARED) >= 300);
    kill(books.texts("select node from run_worker").get(0));
    account.endFaults();
    await(
        "the other node ends both runs",
        () ->
            books.number("select count(*) from run where kind = 'PREPARE' and state = 'SUCCEEDED'")
                == 2);

    List<String> pages = account.pagesGiven();
    long needed = books.number("select max(pages) from run where kind = 'PREPARE'");
    assertThat(pages.stream().distinct().count())
        .as("different pages that the marketplace gave")
        .isEqualTo(needed);
    assertThat(pages.size())
        .as("pages that the marketplace gave: at most the one in work at the kill twice")
        .isBetween((int) needed, (int) needed + 1);
    return pages;
  }

  private void processAndKill(Visitor visitor) {
    visitor.moveTo(anyNode().address());
    visitor.signIn();
    visitor.open("/process-data.xhtml");
    long booked;
    try (ProcessingGate gate = ProcessingGate.closedIn(books)) {
      visitor.page().locator("[id='work:processAll']").click();
      await(
          "both nodes have processed orders",
          () -> books.number("select count(distinct node) from sync_attempt") == 2);
      kill("one");
      booked = books.number(BOOKED);
      gate.open();
      await(
          "the other node ends the run",
          () ->
              books.number(
                      "select count(*) from run where kind = 'PROCESS' and state = 'SUCCEEDED'")
                  == 1);
    }

    assertThat(books.number(BOOKED)).as("orders booked after the kill").isGreaterThan(booked);
    assertThat(books.number("select selected - processed - failed from run where kind = 'PROCESS'"))
        .as("records that the run has no outcome of")
        .isZero();
    assertThat(books.texts("select distinct node from sync_attempt"))
        .as("nodes that processed orders")
        .containsExactlyInAnyOrder("one", "two");
    assertThat(
            books.number(
                "select count(*) from (select record_id from sync_attempt group by record_id"
                    + " having count(*) > 1) twice"))
        .as("records that were tried twice")
        .isZero();
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(condition);
  }
}
