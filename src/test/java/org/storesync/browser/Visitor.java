package org.storesync.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.storesync.server.ServerSettings;

/**
 * One person at one browser, with cookies of their own. {@link #page()} is Playwright's page: use
 * it as it is.
 */
public final class Visitor {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> ACCESSIBILITY_STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The browser's word for a request that it gave up itself, because the page was left. */
  private static final String LEFT_THE_PAGE = "net::ERR_ABORTED";

  private URI server;
  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  Visitor(Browser browser, URI server) {
    this.server = server;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("en-US")
                .setTimezoneId("UTC")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add(
                "Console of %s: %s (%s)".formatted(page.url(), message.text(), message.location()));
          }
        });
    page.onPageError(error -> problems.add("Script of %s: %s".formatted(page.url(), error)));
    page.onRequestFailed(
        request -> {
          if (!LEFT_THE_PAGE.equals(request.failure())) {
            problems.add("Request %s: %s".formatted(request.url(), request.failure()));
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            problems.add("Request %s: %d".formatted(response.url(), response.status()));
          }
        });
  }

  public Page page() {
    return page;
  }

  /** From now on goes to the pages of another server. */
  public void moveTo(URI otherServer) {
    server = otherServer;
  }

  /**
   * Goes to a page of the server and waits until it is quiet, so that its widgets are there.
   *
   * @param path with a slash at the start
   */
  public Response open(String path) {
    Response response = page.navigate(server.resolve(path).toString());
    awaitQuiet();
    return Objects.requireNonNull(response, "Nothing was opened by " + path);
  }

  /** Signs in as the administrator of the demo server; ends at the start page. */
  public void signIn() {
    signIn("admin", ServerSettings.ADMIN_PASSWORD);
  }

  /** Signs in as this user, who must exist; ends at the start page. */
  public void signIn(String name, String password) {
    open("/login.xhtml");
    page.locator("[id='login:name']").fill(name);
    page.locator("[id='login:password']").fill(password);
    page.locator("[id='login:submit']").click();
    page.waitForURL(url -> !url.contains("/login.xhtml"));
    awaitQuiet();
  }

  /**
   * Waits until the page is loaded and no action of it is under way; a click before that may be
   * lost without an error.
   */
  public void awaitQuiet() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
  }

  /**
   * Waits until an opened dialog holds the focus: it gives it to its first field a moment after it
   * is seen, and would take it away from the field that is being filled.
   */
  public void awaitDialog() {
    page.waitForFunction("() => document.activeElement.closest('.ui-dialog') !== null");
  }

  /** Makes the window this large, in CSS pixels. */
  public void resize(int width, int height) {
    page.setViewportSize(width, height);
  }

  /** Wishes for dark pages, as the system settings of a computer do. */
  public void preferDark(boolean dark) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
  }

  /** Keeps what is seen now, the whole page, as {@code target/screenshots/<name>.png}. */
  public Path screenshot(String name) {
    Path file = SCREENSHOTS.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }

  /** What axe-core finds wrong in the page as it is now (WCAG 2.2 AA), one line per element. */
  public List<String> accessibilityProblems() {
    return new AxeBuilder(page)
        .withTags(ACCESSIBILITY_STANDARDS).analyze().getViolations().stream()
            .flatMap(rule -> rule.getNodes().stream().map(node -> describe(rule, node)))
            .toList();
  }

  private static String describe(Rule rule, CheckedNode node) {
    return "%s at %s: %s".formatted(rule.getId(), node.getTarget(), rule.getHelp());
  }

  /** Fails with everything that keeps people from using the page as it is now. */
  public void checkAccessibility() {
    // While a request is under way, what started it is pale on purpose.
    page.waitForFunction("() => document.querySelector('.ui-state-loading') === null");
    assertThat(accessibilityProblems()).as("accessibility of %s", page.url()).isEmpty();
  }

  /**
   * Names a problem that this journey provokes on purpose; all others make it fail.
   *
   * @param part of the problem's text, for instance an address or a status
   */
  public void expectProblem(String part) {
    expected.add(part);
  }

  /** Console errors and failed requests so far, without those expected. */
  List<String> problems() {
    return problems.stream()
        .filter(problem -> expected.stream().noneMatch(problem::contains))
        .toList();
  }

  void leave() {
    context.close();
  }
}
