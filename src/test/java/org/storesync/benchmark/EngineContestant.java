package org.storesync.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.storesync.server.RunningServer;

/**
 * The engine as people run it: the WAR in Payara Micro, started with the command of the README,
 * with a marketplace in memory put into it. What a run took is what the run itself recorded, from
 * its begin to its end.
 */
final class EngineContestant implements Contestant {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private final String name;
  private final int page;
  private final BenchmarkDatabase database;
  private final RunningServer server;
  private final long store;

  private EngineContestant(
      String name, int page, BenchmarkDatabase database, RunningServer server) {
    this.name = name;
    this.page = page;
    this.database = database;
    this.server = server;
    this.store = ask("act=store");
    database.addItems();
  }

  /**
   * Starts it on its database.
   *
   * @param page how many documents the source answers at once
   * @param workers how many of its workers share a processing run
   */
  static EngineContestant start(String name, BenchmarkDatabase database, int page, int workers) {
    return start(name, database, page, workers, "512m");
  }

  /**
   * The same with another heap.
   *
   * @param heap as for {@code -Xmx}
   */
  static EngineContestant start(
      String name, BenchmarkDatabase database, int page, int workers, String heap) {
    List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
    String more = System.getProperty("storesync.benchmark.java", "");
    Stream.of(more.split(" ")).filter(option -> !option.isBlank()).forEach(options::add);
    RunningServer server =
        RunningServer.start(
            "benchmark-" + name.replaceAll("\\W+", "-"),
            BenchmarkWar.write(),
            options,
            database
                .settings()
                .with("storesync.home", Path.of("target", "homes", "benchmark").toString())
                .with("storesync.admin.password", "correct-horse-battery")
                .with("storesync.process.workers", Integer.toString(workers))
                .withNewSecretKey());
    return new EngineContestant(name, page, database, server);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration prepare(int from, int count, int badEach) {
    return awaitEnd(
        ask(
            "act=prepare&store=%d&from=%d&count=%d&page=%d&badEach=%d"
                .formatted(store, from, count, page, badEach)));
  }

  @Override
  public Duration process() {
    return awaitEnd(ask("act=process&store=" + store));
  }

  private long ask(String query) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(server.address().resolve("/benchmark?" + query)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(query + ": " + answer.statusCode() + " " + answer.body());
      }
      return Long.parseLong(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Duration awaitEnd(long run) {
    Awaitility.await("the end of run " + run)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                database.number(
                        "select count(*) from run where finished_at is not null and id = " + run)
                    == 1);
    long failed =
        database.number("select count(*) from run where state <> 'SUCCEEDED' and id = " + run);
    if (failed > 0) {
      throw new IllegalStateException("Run " + run + " failed; see the log of its server");
    }
    return Duration.ofMillis(
        database.number(
            "select cast(1000 * extract(epoch from finished_at - started_at) as bigint) from run"
                + " where id = "
                + run));
  }

  /** What its server printed. */
  String log() {
    return server.log();
  }

  @Override
  public long orders() {
    return database.number("select count(*) from sales_order");
  }

  @Override
  public void close() {
    // In peace, so that a flight recording that was asked for is written.
    server.stop();
  }
}
