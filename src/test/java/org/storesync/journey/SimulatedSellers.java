package org.storesync.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import org.awaitility.Awaitility;
import org.storesync.connector.Side;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.http.OwnServer;
import org.storesync.platform.time.TestClock;
import org.storesync.prepare.PreparePlanner;
import org.storesync.prepare.PrepareRequest;
import org.storesync.run.RunFilter;
import org.storesync.run.RunList;
import org.storesync.run.RunRow;
import org.storesync.run.Starter;
import org.storesync.store.StoreChange;
import org.storesync.store.StoreForm;
import org.storesync.store.StoreIdentity;
import org.storesync.store.Stores;

/**
 * Sellers of the simulated marketplace, reached over HTTP, and stores that are connected to them.
 */
@Dependent
class SimulatedSellers {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Inject private OwnServer server;
  @Inject private TestClock clock;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private PreparePlanner planner;
  @Inject private RunList runs;

  /** What a seller sold in ten days, long ago: no order changes any more while a test looks. */
  JsonObjectBuilder ordersOfTenDays(int ordersPerDay) {
    return Json.createObjectBuilder()
        .add("mode", "generated")
        .add("start", clock.instant().minus(Duration.ofDays(40)).toString())
        .add("days", 10)
        .add("ordersPerDay", ordersPerDay)
        .add("steady", true)
        .add("quotaFactor", 1000);
  }

  void add(String seller, JsonObject orders) throws Exception {
    control("PUT", "sellers/" + seller, orders);
  }

  /** The second answer with orders will be broken in this way. */
  void breakAnAnswer(String seller, String fault) throws Exception {
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
  }

  JsonObject ask(String path) throws Exception {
    return control("GET", path, null);
  }

  /** A store that is connected to the seller, with all its entities active. */
  long store(String name, String seller) {
    StoreChange change =
        stores.create(
            new StoreIdentity(name, "amazon", "local"),
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
    long store = ((StoreChange.Done) change).storeId();
    storeEntities
        .of(store)
        .forEach(
            one -> storeEntities.change(one.id(), true, one.maxFailedAttempts(), one.version()));
    return store;
  }

  /**
   * Prepares all entities together, which share one read, until nothing is left to do.
   *
   * @return the runs
   */
  List<RunRow> prepare(long store, boolean thenProcess) throws Exception {
    planner.start(
        new PrepareRequest(
            store,
            storeEntities.of(store).stream().map(StoreEntityRow::id).toList(),
            PrepareMode.INCREMENTAL,
            DateRange.open(),
            thenProcess),
        Starter.person("test"),
        Locale.ENGLISH,
        ZoneOffset.UTC);
    Awaitility.await("all runs have ended")
        .atMost(Duration.ofSeconds(90))
        .until(() -> ended(store));
    return runs(store);
  }

  /** Whether nothing is left to do; a run that waits for a better time gets it. */
  private boolean ended(long store) {
    List<RunRow> all = runs(store);
    all.stream()
        .filter(run -> run.active() && run.waitingFor() != null)
        .map(RunRow::dueAt)
        .filter(due -> due.isAfter(clock.instant()))
        .max(Instant::compareTo)
        .ifPresent(clock::setTo);
    return all.stream().noneMatch(RunRow::active);
  }

  private List<RunRow> runs(long store) {
    return runs.page(RunFilter.all().withStore(store), 0, 10);
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
