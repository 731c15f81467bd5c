package org.storesync.server.api;

import static org.storesync.server.api.ApiCaller.encoded;
import static org.storesync.server.api.ApiCaller.object;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;

/** A store of a test's own, connected to the simulated marketplace, with a few days of orders. */
final class ApiStore {

  private final ApiCaller caller;
  private final String name;

  private ApiStore(ApiCaller caller, String name) {
    this.caller = caller;
    this.name = name;
  }

  static ApiStore make(ApiCaller caller, String name) {
    caller.post("/api/stores", entry(name)).expect(201);
    return new ApiStore(caller, name);
  }

  /** What makes such a store. */
  static JsonObject entry(String name) {
    return object(
        "name", name,
        "region", "NA",
        "clientId", "amzn1.application-oa2-client.demo",
        "clientSecret", "amzn1.oa2-cs.v1.demo-secret",
        "refreshToken", "Atzr|demo-seller",
        "apiEndpoint", "/simulator",
        "tokenEndpoint", "/simulator/auth/o2/token",
        "earliestOrderDate", LocalDate.now(ZoneOffset.UTC).minusDays(6).toString(),
        "timeZone", "UTC");
  }

  String name() {
    return name;
  }

  String path() {
    return "/api/stores/" + encoded(name);
  }

  ApiStore activateOrders() {
    caller.put(path() + "/entities/SALES_ORDER", "*", object("active", true)).expect(200);
    return this;
  }

  /** Prepares its orders and waits for the end. */
  ApiStore prepare() {
    await(caller.post(path() + "/preparations", object("entities", List.of("SALES_ORDER"))));
    return this;
  }

  /** Processes what is ready and waits for the end. */
  ApiStore process() {
    await(caller.post(path() + "/processings", object()));
    return this;
  }

  /** Waits until the runs that were started have ended. */
  JsonObject await(ApiAnswer started) {
    return awaitEnd(started.expect(202).headers().firstValue("Location").orElseThrow());
  }

  /**
   * Waits until a run has ended.
   *
   * @param path of the run
   */
  JsonObject awaitEnd(String path) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> caller.get(path).expect(200).json(), found -> found.containsKey("finished"));
  }

  List<JsonObject> records(String query) {
    return caller.get("/api/sync-records?store=" + encoded(name) + query).expect(200).items();
  }

  /** Lets it take no part in what other tests do. */
  void retire() {
    caller.put(path(), "*", object("active", false)).expect(200);
  }
}
