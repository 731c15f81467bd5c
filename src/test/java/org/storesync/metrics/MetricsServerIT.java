package org.storesync.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.FormVisitor;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;
import org.storesync.server.TestQueries;
import org.storesync.server.TokenUser;

/** A server that has worked, with one system down, as monitoring sees it. */
@Tag("servers")
class MetricsServerIT {

  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\n\"])*\""
              + "(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\n\"])*\")*})? (\\S+)");
  private static final Pattern OUR_NAME = Pattern.compile("storesync_[a-z_]+");

  /** What Prometheus 3 sends. */
  private static final String ACCEPTED_BY_PROMETHEUS =
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
          + "application/openmetrics-text;version=0.0.1;q=0.4,"
          + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

  private static final String RUNS = "storesync_run_duration_seconds_count";

  private static TestPostgresql postgresql;
  private static RunningServer server;
  private static List<String> lines;

  @BeforeAll
  static void work() {
    postgresql = TestPostgresql.start();
    ServerSettings database = postgresql.newDatabase("metrics");
    TestQueries queries = new TestQueries(database, Duration.ofMinutes(3));
    server =
        RunningServer.start(
            "metrics",
            ServerSettings.demo("metrics")
                .with(database)
                .withNewSecretKey()
                .with("storesync.metrics", "token")
                .withAmpleQuota());
    TokenUser user = new TokenUser(server);
    user.prepareAll();
    queries.awaitAtLeast(2, "select count(*) from run where state = 'SUCCEEDED'");
    queries.execute(
        "insert into system_outage (store_id, side, since, failures, next_try_at, reason)"
            + " select id, 'MARKETPLACE', now() - interval '1 hour', 3, now(), 'for the test' from store");
    queries.execute("update store set name = 'Shop \\ \"North\"'");
    // A run is counted a moment after its end can be seen.
    Awaitility.await("both runs are counted")
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              lines = storeSyncLines(user);
              assertThat(value(RUNS, "prepare", "succeeded")).isEqualTo(2);
            });
  }

  private static List<String> storeSyncLines(TokenUser user) {
    return user.get("metrics").body().lines().filter(line -> line.contains("storesync_")).toList();
  }

  @AfterAll
  static void stop() {
    server.close();
    postgresql.close();
  }

  @Test
  void without_a_token_nothing_is_told() {
    FormVisitor visitor = new FormVisitor(server.address());
    for (String path :
        List.of("metrics", "metrics/", "metrics?scope=base", "metrics/application")) {
      assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(401);
      assertThat(visitor.get(path).body()).as(path).doesNotContain("storesync_", "memory");
    }
    assertThat(visitor.get("metrics", "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(new FormVisitor(server.address()).signedIn().get("metrics").statusCode())
        .as("a session of a person is no token")
        .isEqualTo(401);
  }

  private static HttpResponse<String> accepting(String mediaTypes) {
    return new FormVisitor(server.address())
        .get(
            "metrics", "Authorization", "Bearer " + ServerSettings.API_TOKEN, "Accept", mediaTypes);
  }

  @Test
  void whoever_asks_for_openmetrics_gets_openmetrics() {
    for (String accepted :
        List.of(ACCEPTED_BY_PROMETHEUS, "application/openmetrics-text; version=1.0.0")) {
      HttpResponse<String> answer = accepting(accepted);

      assertThat(answer.statusCode()).as(accepted).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/openmetrics-text")
          .contains("version=1.0.0");
      assertThat(answer.body()).endsWith("# EOF\n").contains("# TYPE storesync_calls counter\n");
      assertFamilies(answer.body().lines().toList());
    }
  }

  /** Each family is described once, before its samples, and its samples stand together. */
  private static void assertFamilies(List<String> lines) {
    List<String> described = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      if (line.startsWith("# TYPE ")) {
        described.add(line.split(" ")[2]);
      } else {
        String family = described.get(described.size() - 1);
        String name = line.startsWith("# HELP ") ? line.split(" ")[2] : line.split("[{ ]")[0];
        assertThat(name).as(line).matches(Pattern.quote(family) + "(_total|_count|_sum)?");
      }
    }
    assertThat(described).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  @Test
  void others_get_the_text_format_of_prometheus() {
    HttpResponse<String> answer = accepting("text/plain;version=0.0.4,*/*;q=0.1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.body()).doesNotContain("quantile=", "# EOF");
    List<String> samples =
        answer.body().lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    assertThat(samples).allMatch(line -> SAMPLE.matcher(line).matches());
    assertThat(samples.stream().map(line -> line.replaceFirst(" \\S+$", "")))
        .as("a series twice")
        .doesNotHaveDuplicates();
  }

  @Test
  void each_measure_is_served_with_type_and_help() {
    Set<String> described =
        lines.stream()
            .filter(line -> line.startsWith("# HELP "))
            .map(line -> line.split(" ")[2])
            .collect(Collectors.toSet());

    for (Measure measure : Measure.values()) {
      assertThat(described)
          .as(measure.name())
          .anyMatch(name -> name.startsWith(measure.of().getName()));
    }
  }

  @Test
  void the_figures_are_those_of_the_database() {
    assertThat(value("storesync_records", "status=\"prepared\"", "entity=\"sales_order\""))
        .isGreaterThan(100);
    assertThat(value(RUNS, "prepare", "succeeded")).isEqualTo(2);
    assertThat(value("storesync_run_duration_seconds_max", "prepare", "succeeded"))
        .as("seconds, not nanoseconds")
        .isBetween(0.0, 600.0);
    assertThat(value("storesync_calls_total", "searchOrders")).isGreaterThan(5);
    assertThat(value("storesync_calls_throttled_total", "searchOrders")).isZero();
    assertThat(value("storesync_outage_age_seconds", "marketplace")).isBetween(3_600.0, 3_700.0);
    assertThat(value("storesync_queue_age_seconds", "sales_order")).isBetween(0.0, 600.0);
    assertThat(value("storesync_nodes", "alive")).isEqualTo(1);
    assertThat(value("storesync_database_up")).isEqualTo(1);
    assertThat(value("storesync_quota_tokens", "searchOrders")).isPositive();
  }

  private static double value(String name, String... labels) {
    List<String> found =
        lines.stream()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .filter(line -> Stream.of(labels).allMatch(line::contains))
            .toList();
    assertThat(found).as(name + " in " + String.join("\n", lines)).hasSize(1);
    return Double.parseDouble(found.get(0).replaceFirst("^.* ", ""));
  }

  @Test
  void dashboard_and_alert_rules_ask_for_what_is_served() throws IOException {
    Set<String> served =
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst("[{ ].*", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    for (String sample : List.of("alerts.rules.yml", "grafana-dashboard.json")) {
      Set<String> asked =
          OUR_NAME
              .matcher(Files.readString(Path.of("server-config", sample)))
              .results()
              .map(found -> found.group())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(asked).as(sample).hasSizeGreaterThan(5);
      assertThat(served).as(sample).containsAll(asked);
    }
  }
}
