package org.storesync.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A server of the test's own: the WAR as it was built, in a second JVM, started with the plain
 * command of the README on a free port of the loopback address. For restarts, several nodes and
 * refusals to start. Its log is {@code target/server-logs/<name>.log}.
 */
public final class RunningServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");
  private static final String SERVER_IS_UP = "Payara Micro URLs";
  private static final String STOPS = "This node stops and hands over";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final Process process;
  private final Path log;
  private final int port;

  private RunningServer(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts and waits until {@code /health/ready} says that the server is ready.
   *
   * @param name of its log file
   */
  public static RunningServer start(String name, ServerSettings settings) {
    return start(name, freePort(), settings);
  }

  /**
   * The same for another WAR.
   *
   * @param javaOptions of its JVM, in place of those that let tests start quickly
   */
  public static RunningServer start(
      String name, Path war, List<String> javaOptions, ServerSettings settings) {
    RunningServer server = launch(name, freePort(), war, javaOptions, settings);
    server.await("is ready", server::isReady);
    return server;
  }

  /** The same for another WAR, with the options that let tests start quickly. */
  public static RunningServer start(String name, Path war, ServerSettings settings) {
    return start(name, war, QUICK_START, settings);
  }

  /** The same on a port that the test chose, for instance that of the server before it. */
  public static RunningServer start(String name, int port, ServerSettings settings) {
    RunningServer server = launch(name, port, settings);
    server.await("is ready", server::isReady);
    return server;
  }

  /** Starts and waits until the server is through with the deployment, whether it succeeded. */
  public static RunningServer startUnlessRefused(String name, ServerSettings settings) {
    RunningServer server = launch(name, freePort(), settings);
    server.await("is through", () -> server.log().contains(SERVER_IS_UP));
    return server;
  }

  /**
   * Starts with nothing but the server's plain command: all addresses, no boot commands, the
   * server's own cluster as it comes.
   */
  public static RunningServer startPlainly(String name, ServerSettings settings) {
    RunningServer server =
        launch(name, freePort(), productWar(), QUICK_START, settings, List.of("--nocluster"));
    server.await("is ready", server::isReady);
    return server;
  }

  private static RunningServer launch(String name, int port, ServerSettings settings) {
    return launch(name, port, productWar(), QUICK_START, settings);
  }

  private static Path productWar() {
    return Path.of(System.getProperty("storesync.test.war"));
  }

  private static RunningServer launch(
      String name, int port, Path war, List<String> javaOptions, ServerSettings settings) {
    return launch(
        name,
        port,
        war,
        javaOptions,
        settings,
        List.of(
            "--nohazelcast",
            "--disablephonehome",
            "--prebootcommandfile",
            System.getProperty("storesync.test.preboot")));
  }

  private static RunningServer launch(
      String name,
      int port,
      Path war,
      List<String> javaOptions,
      ServerSettings settings,
      List<String> serverOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(settings.options());
    command.addAll(List.of("-jar", System.getProperty("payara.microJar")));
    command.addAll(List.of("--deploy", war.toString()));
    command.addAll(List.of("--contextroot", "/", "--port", Integer.toString(port)));
    command.addAll(serverOptions);
    try {
      Path logs = Files.createDirectories(Path.of("target", "server-logs"));
      Path log = logs.resolve(name + ".log");
      Files.deleteIfExists(log);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      // A test JVM that is stopped must not leave servers behind.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new RunningServer(process, log, port);
    } catch (IOException e) {
      throw new UncheckedIOException("The server does not start", e);
    }
  }

  private void await(String what, java.util.concurrent.Callable<Boolean> condition) {
    try {
      Awaitility.await(what)
          .atMost(START_LIMIT)
          .pollInterval(Duration.ofMillis(200))
          .failFast("The server ended: " + log, () -> !process.isAlive())
          .until(condition);
    } catch (ConditionTimeoutException e) {
      close();
      throw new IllegalStateException("The server is not up; see its log " + log, e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private boolean isReady() {
    return status("/health/ready") == 200;
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  public int port() {
    return port;
  }

  /** Its address, with a slash at the end. */
  public URI address() {
    return URI.create("http://localhost:" + port + "/");
  }

  /**
   * The status of a GET, or 0 while nobody answers at the port.
   *
   * @param path with a slash at the start
   */
  public int status(String path) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(address().resolve(path))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the server printed so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /**
   * Ends it as an administrator would (SIGTERM).
   *
   * @return how long that took
   */
  public Duration stop() {
    return stop(() -> {});
  }

  /**
   * Ends it like {@link #stop()} while runs are held.
   *
   * @param release lets them go on, once the server knows that it stops
   * @return how long the end took
   */
  public Duration stopHeld(Runnable release) {
    return stop(
        () -> {
          await("knows that it stops", () -> log().contains(STOPS));
          release.run();
        });
  }

  private Duration stop(Runnable beforeItEnds) {
    Instant asked = Instant.now();
    process.destroy();
    beforeItEnds.run();
    awaitEnd();
    return Duration.between(asked, Instant.now());
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The server does not end: " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** A port of the loopback address that nobody listens on now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
