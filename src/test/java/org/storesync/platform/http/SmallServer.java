package org.storesync.platform.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A real HTTP server on a free port of this machine that remembers what it was asked and answers as
 * the test says.
 */
public final class SmallServer implements AutoCloseable {

  /** What it was asked. */
  public record Asked(String method, URI address, Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return headers.getOrDefault(capitalized(name), List.of("")).get(0);
    }

    private static String capitalized(String name) {
      return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
          + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How it answers. */
  public interface Reply {
    void give(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Queue<Reply> queued = new ConcurrentLinkedQueue<>();
  private volatile Function<Asked, Reply> otherwise = ask -> reply(200, "{}");

  public SmallServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked ask =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      asked.add(ask);
      Reply next = queued.poll();
      (next == null ? otherwise.apply(ask) : next).give(exchange);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers the next call so; each one once, in their order. */
  public SmallServer next(Reply... replies) {
    queued.addAll(List.of(replies));
    return this;
  }

  /** Answers so when nothing else is queued. */
  public SmallServer always(Function<Asked, Reply> reply) {
    otherwise = reply;
    return this;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public static Reply reply(int status, String body) {
    return reply(status, body, Map.of());
  }

  public static Reply reply(int status, String body, Map<String, String> headers) {
    return exchange -> {
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Hangs up without a word. */
  public static Reply cut() {
    return HttpExchange::close;
  }

  /** Promises the body, sends half of it and hangs up. */
  public static Reply truncated(String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
