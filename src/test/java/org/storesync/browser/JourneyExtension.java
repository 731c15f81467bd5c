package org.storesync.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;

/** Gives journeys their visitors, and looks through what went wrong without being asked for. */
final class JourneyExtension implements ParameterResolver, AfterEachCallback {

  private static final ExtensionContext.Namespace NAMES =
      ExtensionContext.Namespace.create(JourneyExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Visitor.class || type == RunningServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningServer server = shared(context, SharedServer.class).server;
    if (parameter.getParameter().getType() == RunningServer.class) {
      return server;
    }
    Visitor visitor = new Visitor(shared(context, SharedBrowser.class).browser, server.address());
    visitors(context).add(visitor);
    return visitor;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Visitor> visitors = visitors(context);
    try {
      if (context.getExecutionException().isPresent()) {
        keepLastSight(context, visitors);
      }
      assertThat(visitors.stream().flatMap(visitor -> visitor.problems().stream()))
          .as("console errors and failed requests")
          .isEmpty();
    } finally {
      visitors.forEach(Visitor::leave);
    }
  }

  private static void keepLastSight(ExtensionContext context, List<Visitor> visitors) {
    String name =
        "failed-%s-%s"
            .formatted(
                context.getRequiredTestClass().getSimpleName(),
                context.getRequiredTestMethod().getName());
    for (int i = 0; i < visitors.size(); i++) {
      visitors.get(i).screenshot(i == 0 ? name : name + "-" + (i + 1));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Visitor> visitors(ExtensionContext context) {
    return context
        .getStore(NAMES)
        .getOrComputeIfAbsent("visitors", key -> new ArrayList<Visitor>(), List.class);
  }

  /** One for all journeys of this process; closed at its end. */
  private static <T> T shared(ExtensionContext context, Class<T> type) {
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMES)
        .getOrComputeIfAbsent(type);
  }

  /** The demo server. */
  static final class SharedServer implements AutoCloseable {

    private final RunningServer server =
        RunningServer.start(
            // Journeys go on in several processes, each with a server.
            "journeys-" + ProcessHandle.current().pid(),
            ServerSettings.demo("journeys").withAmpleQuota());

    @Override
    public void close() {
      server.close();
    }
  }

  /** The one Chromium, without a window. */
  static final class SharedBrowser implements AutoCloseable {

    /** What must be seen at last, on a machine that does other things too. */
    private static final double PATIENCE_MILLIS = 30_000;

    // Anything that would make the browser call home or need a screen or privileges is off.
    private static final List<String> ARGUMENTS =
        List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-proxy-server");

    private final Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(new InstalledBrowser().executable())
                    .setArgs(ARGUMENTS));

    SharedBrowser() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
