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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.backoffice.SalesOrders;
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
import org.storesync.record.SyncRecordRow;
import org.storesync.run.RunFilter;
import org.storesync.run.RunList;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;
import org.storesync.run.Starter;
import org.storesync.store.StoreChange;
import org.storesync.store.StoreForm;
import org.storesync.store.StoreIdentity;
import org.storesync.store.Stores;

/**
 * Whatever the marketplace does to its answers, afterwards every order is there exactly once. The
 * faults are those of the simulated marketplace, met over HTTP.
 */
@ArquillianTest
class AmazonFaultsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MANY = 1_000;

  @Inject private OwnServer server;
  @Inject private TestClock clock;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private PreparePlanner planner;
  @Inject private RunList runs;
  @Inject private SyncRecordList records;
  @Inject private SalesOrders salesOrders;

  @AfterEach
  void letTheClockGoOn() {
    clock.reset();
  }

  @ParameterizedTest(name = "after {0} every order is there exactly once")
  @ValueSource(
      strings = {
        "THROTTLED",
        "SERVER_ERROR",
        "UNAVAILABLE",
        "EXPIRED_TOKEN",
        "EXPIRED_PAGE_TOKEN",
        "ON_TWO_PAGES",
        "SLOW",
        "CUT",
        "TRUNCATED"
      })
  void every_order_is_there_exactly_once_after(String fault) throws Exception {
    String seller = "faults-" + UUID.randomUUID();
    // Long ago, so that no order changes any more while the test looks.
    control(
        "PUT",
        "sellers/" + seller,
        Json.createObjectBuilder()
            .add("mode", "generated")
            .add("start", clock.instant().minus(Duration.ofDays(40)).toString())
            .add("days", 10)
            .add("ordersPerDay", 25)
            .add("steady", true)
            .add("quotaFactor", 1000)
            .build());
    control(
        "POST",
        "faults?seller=" + seller,
        Json.createObjectBuilder()
            .add("kind", fault)
            .add("operation", "searchOrders")
            .add("answers", 1)
            .add("after", 1)
            .add("delayMillis", 500)
            .build());

    long store = prepareAndProcess(seller);

    assertThat(answersLeft(seller)).as("the fault has struck").isZero();
    List<String> expected = ordersOf(seller);
    List<SyncRecordRow> found =
        records.page(RecordFilter.all().withStore(store), List.of(), 0, MANY);
    assertThat(found)
        .extracting(SyncRecordRow::externalId)
        .containsExactlyInAnyOrderElementsOf(expected);
    List<String> written =
        found.stream().map(SyncRecordRow::localId).filter(java.util.Objects::nonNull).toList();
    assertThat(written)
        .as("documents of the back office")
        .hasSizeGreaterThan(100)
        .doesNotHaveDuplicates();
    assertThat(salesOrders.findByAmazonOrderIds(store, expected)).hasSameSizeAs(written);
  }

  private long prepareAndProcess(String seller) throws Exception {
    long store = storeOf(seller);
    List<StoreEntityRow> entities = storeEntities.of(store);
    entities.forEach(
        one -> storeEntities.change(one.id(), true, one.maxFailedAttempts(), one.version()));
    planner.start(
        new PrepareRequest(
            store,
            entities.stream().map(StoreEntityRow::id).toList(),
            PrepareMode.INCREMENTAL,
            DateRange.open(),
            true),
        Starter.person("test"),
        Locale.ENGLISH,
        ZoneOffset.UTC);
    Awaitility.await("all runs have ended")
        .atMost(Duration.ofSeconds(90))
        .until(() -> ended(store));
    assertThat(runs.page(RunFilter.all().withStore(store), 0, 10))
        .hasSize(4)
        .allMatch(run -> run.state() == RunState.SUCCEEDED);
    return store;
  }

  /** Whether nothing is left to do; a run that waits for a better time gets it. */
  private boolean ended(long store) {
    List<RunRow> all = runs.page(RunFilter.all().withStore(store), 0, 10);
    all.stream()
        .filter(run -> run.active() && run.waitingFor() != null)
        .map(RunRow::dueAt)
        .filter(due -> due.isAfter(clock.instant()))
        .max(Instant::compareTo)
        .ifPresent(clock::setTo);
    return all.stream().noneMatch(RunRow::active);
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

  private List<String> ordersOf(String seller) throws Exception {
    return control("GET", "sellers/" + seller + "/orders", null)
        .getJsonArray("orders")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(order -> order.getString("orderId"))
        .toList();
  }

  private long answersLeft(String seller) throws Exception {
    return control("GET", "faults?seller=" + seller, null).getJsonArray("faults").size();
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
