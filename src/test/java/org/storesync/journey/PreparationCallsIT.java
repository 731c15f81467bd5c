package org.storesync.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.connector.Side;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.http.OwnServer;
import org.storesync.platform.time.TestClock;
import org.storesync.prepare.PreparePlanner;
import org.storesync.prepare.PrepareRequest;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordList;
import org.storesync.run.RunFilter;
import org.storesync.run.RunList;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;
import org.storesync.run.Starter;
import org.storesync.store.StoreChange;
import org.storesync.store.StoreForm;
import org.storesync.store.StoreIdentity;
import org.storesync.store.Stores;

/** What a preparation asks of the marketplace, counted in the log of the simulated one. */
@ArquillianTest
class PreparationCallsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Inject private OwnServer server;
  @Inject private TestClock clock;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private PreparePlanner planner;
  @Inject private RunList runs;
  @Inject private SyncRecordList records;

  @Test
  void a_thousand_orders_of_two_lines_cost_at_most_eleven_calls() throws Exception {
    String seller = "calls-" + UUID.randomUUID();
    // Long ago, so that no order changes any more while the test looks.
    control(
        "PUT",
        "sellers/" + seller,
        Json.createObjectBuilder()
            .add("mode", "generated")
            .add("start", clock.instant().minus(Duration.ofDays(40)).toString())
            .add("days", 10)
            .add("ordersPerDay", 100)
            .add("steady", true)
            .add("lines", 2)
            .add("badShare", 0)
            .add("quotaFactor", 1000)
            .build());

    long store = storeOf(seller);
    prepare(store);

    assertThat(records.count(RecordFilter.all().withStore(store)).counted()).isEqualTo(1_000);
    assertThat(control("GET", "requests?seller=" + seller, null).getJsonArray("requests"))
        .hasSizeBetween(10, 11);
  }

  /** Both entities, which share one read. */
  private void prepare(long store) throws Exception {
    List<StoreEntityRow> entities = storeEntities.of(store);
    entities.forEach(
        one -> storeEntities.change(one.id(), true, one.maxFailedAttempts(), one.version()));
    planner.start(
        new PrepareRequest(
            store,
            entities.stream().map(StoreEntityRow::id).toList(),
            PrepareMode.FULL,
            DateRange.open(),
            false),
        Starter.person("test"),
        Locale.ENGLISH,
        ZoneOffset.UTC);
    Awaitility.await("all runs have ended")
        .atMost(Duration.ofSeconds(90))
        .until(() -> runsOf(store).stream().noneMatch(RunRow::active));
    assertThat(runsOf(store)).hasSize(2).allMatch(run -> run.state() == RunState.SUCCEEDED);
  }

  private List<RunRow> runsOf(long store) {
    return runs.page(RunFilter.all().withStore(store), 0, 10);
  }

  private long storeOf(String seller) {
    StoreChange change =
        stores.create(
            new StoreIdentity(seller, "amazon", "local"),
            new StoreForm(
                Map.of(
                    Side.MARKETPLACE,
                    Map.of(
                        "region", "NA",
                        "clientId", "amzn1.application-oa2-client.demo",
                        "clientSecret", "amzn1.oa2-cs.v1.demo-secret",
                        "refreshToken", "Atzr|demo-" + seller,
                        "apiEndpoint", "/simulator",
                        "tokenEndpoint", "/simulator/auth/o2/token")),
                "",
                "UTC",
                ""),
            Locale.ENGLISH);
    return ((StoreChange.Done) change).storeId();
  }

  private JsonObject control(String method, String path, JsonObject body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address("/simulator/control/" + path))
            .header("x-control-key", "test")
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    if (answer.body().isEmpty()) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
