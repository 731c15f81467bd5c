package org.storesync.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.storesync.simulator.DemoSettings;
import org.storesync.simulator.SimulatedMarketplace;
import org.storesync.simulator.message.FormText;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

/**
 * A simulated marketplace in the JVM of the tests, on a free port of this machine: it outlives
 * whatever server is killed, and its log of requests with it.
 */
public final class MarketplaceServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(MarketplaceServer.class.getName());
  private static final String ROOT = "/simulator";
  private static final int ORDERS_PER_DAY = 10;
  private static final double QUOTA_FACTOR = 1_000_000;

  static {
    // Else each answer waits for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Function<SimulatorRequest, SimulatorAnswer> marketplace;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** With the account of the demo store. */
  public MarketplaceServer() {
    this(demo(Clock.systemUTC()));
  }

  /**
   * With this one behind it.
   *
   * @param marketplace answers requests, whose paths begin after the server's address
   */
  public MarketplaceServer(Function<SimulatorRequest, SimulatorAnswer> marketplace) {
    this.marketplace = marketplace;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(ROOT, this::handle);
    server.start();
  }

  private static Function<SimulatorRequest, SimulatorAnswer> demo(Clock clock) {
    return new SimulatedMarketplace(
            new DemoSettings(
                clock.instant(),
                ORDERS_PER_DAY,
                QUOTA_FACTOR,
                Optional.of(ServerSettings.DEMO_CONTROL_KEY)),
            clock)
        ::answer;
  }

  /** Where a store reaches it, without a slash at the end. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + ROOT);
  }

  /** The account of the demo store. */
  public SimulatedAccount account() {
    return new SimulatedAccount(URI.create(address() + "/"));
  }

  private void handle(HttpExchange exchange) throws IOException {
    SimulatorAnswer answer = marketplace.apply(read(exchange));
    long delay = answer.delivery().delay().toMillis();
    if (delay == 0) {
      write(answer, exchange);
    } else {
      CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS, threads)
          .execute(() -> writeLate(answer, exchange));
    }
  }

  private static SimulatorRequest read(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new SimulatorRequest(
        exchange.getRequestMethod(),
        asked.getPath().substring(ROOT.length()),
        FormText.parse(Optional.ofNullable(asked.getRawQuery()).orElse("")),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static void writeLate(SimulatorAnswer answer, HttpExchange exchange) {
    try {
      write(answer, exchange);
    } catch (IOException gone) {
      LOG.log(Level.FINE, "Whoever asked was killed before the answer came", gone);
    }
  }

  /** All of it, or half of what was promised before the connection closes. */
  private static void write(SimulatorAnswer answer, HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      OutputStream out = exchange.getResponseBody();
      out.write(body, 0, answer.delivery().cut() ? body.length / 2 : body.length);
      out.flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
