package org.storesync.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.simulator.MarketplaceFixture.object;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storesync.simulator.DemoSettings;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.SettableClock;
import org.storesync.simulator.SimulatedMarketplace;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

class ControlTest {

  private static final String ANY = "lastUpdatedAfter=2026-06-01T00:00:00Z";
  private static final String FIRST = "111-0000000-0000001";

  private final SettableClock clock = new SettableClock(MarketplaceFixture.START);
  private final MarketplaceFixture amazon = MarketplaceFixture.strict(clock);

  @Test
  void a_manual_account_holds_exactly_the_posted_orders() {
    manual();
    post(order(FIRST, "2026-06-30T10:00:00Z", "UNSHIPPED"));

    assertThat(ids(ANY)).containsExactly(FIRST);
    assertThat(amazon.order(FIRST).status()).isEqualTo(200);
    assertThat(ids(ANY + "&fulfillmentStatuses=SHIPPED")).isEmpty();
    assertThat(ids(ANY + "&fulfillmentStatuses=UNSHIPPED&fulfilledBy=MERCHANT&marketplaceIds=M1"))
        .containsExactly(FIRST);
  }

  @Test
  void posting_an_order_again_changes_it() {
    manual();
    post(order(FIRST, "2026-06-30T10:00:00Z", "UNSHIPPED"));
    post(order(FIRST, "2026-06-30T11:00:00Z", "SHIPPED"));

    assertThat(ids(ANY)).containsExactly(FIRST);
    assertThat(ids(ANY + "&fulfillmentStatuses=SHIPPED")).containsExactly(FIRST);
    assertThat(ids(ANY + "&lastUpdatedBefore=2026-06-30T10:30:00Z")).isEmpty();
  }

  @Test
  void a_posted_order_can_be_taken_away() {
    manual();
    post(order(FIRST, "2026-06-30T10:00:00Z", "UNSHIPPED"));

    amazon.control("DELETE", "sellers/seller/orders/" + FIRST, "", "");

    assertThat(amazon.order(FIRST).status()).isEqualTo(404);
  }

  @Test
  void orders_of_a_test_may_have_holes() {
    manual();
    post(
        "{\"orderId\":\"%s\",\"createdTime\":\"2026-06-30T10:00:00Z\",\"orderItems\":[7,{\"product\":1}],"
                .formatted(FIRST)
            + "\"lastUpdatedTime\":\"2026-06-30T10:00:00Z\",\"salesChannel\":null}");

    assertThat(ids(ANY)).containsExactly(FIRST);
  }

  @Test
  void several_orders_are_posted_at_once_and_listed() {
    manual();
    post(
        "[%s,%s]"
            .formatted(
                order(FIRST, "2026-06-30T10:00:00Z", "UNSHIPPED"),
                order("111-0000000-0000002", "2026-06-30T09:00:00Z", "SHIPPED")));

    JsonObject held = object(amazon.control("GET", "sellers/seller/orders", "", ""));

    assertThat(held.getInt("total")).isEqualTo(2);
    assertThat(held.getJsonArray("orders").getJsonObject(0).getString("orderId"))
        .isEqualTo("111-0000000-0000002");
    assertThat(held.getJsonArray("orders").getJsonObject(0).getString("fulfillmentStatus"))
        .isEqualTo("SHIPPED");
  }

  @Test
  void a_generated_account_is_declared_as_large_as_needed_with_quotas_of_its_own() {
    declare(
        "{\"mode\":\"generated\",\"start\":\"2026-06-01T00:00:00Z\",\"days\":3,\"ordersPerDay\":100,"
            + "\"steady\":true,\"lines\":2,\"badShare\":0,\"quotaFactor\":1000}");

    assertThat(amazon.all("createdAfter=2026-01-01T00:00:00Z&maxResultsPerPage=2")).hasSize(300);
  }

  @Test
  void a_new_declaration_fills_the_quotas_again() {
    IntStream.range(0, 21).forEach(call -> amazon.search(ANY));
    assertThat(amazon.search(ANY).status()).isEqualTo(429);

    manual();

    assertThat(amazon.search(ANY).status()).isEqualTo(200);
  }

  @Test
  void what_makes_no_sense_is_refused_with_a_reason() {
    assertThat(amazon.control("PUT", "sellers/seller", "", "{\"mode\":\"random\"}").status())
        .isEqualTo(400);
    assertThat(
            amazon
                .control("PUT", "sellers/seller", "", "{\"mode\":\"manual\",\"quotaFactor\":0}")
                .status())
        .isEqualTo(400);
    SimulatorAnswer notManual =
        amazon.control(
            "POST", "sellers/seller/orders", "", order(FIRST, "2026-06-30T10:00:00Z", "SHIPPED"));
    assertThat(notManual.status()).isEqualTo(400);
    assertThat(object(notManual).getString("message")).contains("manual");
    manual();
    assertThat(
            amazon
                .control(
                    "POST",
                    "sellers/seller/orders",
                    "",
                    order("A1", "2026-06-30T10:00:00Z", "SHIPPED"))
                .status())
        .isEqualTo(400);
    assertThat(
            amazon
                .control("POST", "sellers/seller/orders", "", order(FIRST, "yesterday", "SHIPPED"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void the_log_tells_what_was_asked_and_answered() {
    manual();
    post(order(FIRST, "2026-06-30T10:00:00Z", "UNSHIPPED"));
    amazon.control("DELETE", "requests", "seller=seller", "");
    String requestId = amazon.search(ANY + "&includedData=BUYER").headers().get("x-amzn-RequestId");
    amazon.order(FIRST);
    amazon.order("nonsense");

    List<JsonObject> log = amazon.log().getValuesAs(JsonObject.class);

    assertThat(log).extracting(line -> line.getInt("status")).containsExactly(200, 200, 400);
    assertThat(log)
        .extracting(line -> line.getString("operation"))
        .containsExactly("searchOrders", "getOrder", "getOrder");
    JsonObject search = log.get(0);
    assertThat(search.getString("time")).isEqualTo("2026-07-01T09:30:00.000Z");
    assertThat(search.getJsonObject("parameters").getString("includedData")).isEqualTo("BUYER");
    assertThat(search.getString("requestId")).isEqualTo(requestId);
    assertThat(search.getString("userAgent")).isEqualTo("Test/1");
    assertThat(search.getInt("orders")).isEqualTo(1);
    assertThat(log.get(1).getJsonObject("parameters").getString("orderId")).isEqualTo(FIRST);
  }

  @Test
  void the_log_holds_sign_ins_without_their_secrets() {
    JsonObject signIn = amazon.log().getJsonObject(0);

    assertThat(signIn.getString("operation")).isEqualTo("token");
    assertThat(signIn.toString()).doesNotContain("demo-secret").doesNotContain("Atz");
  }

  @Test
  void without_the_key_or_with_a_wrong_one_there_is_nothing_here() {
    SimulatedMarketplace locked =
        new SimulatedMarketplace(
            new DemoSettings(MarketplaceFixture.START, 20, 1, Optional.empty()), clock);
    SimulatorRequest any =
        SimulatorRequest.get("/control/requests", "seller=seller", Map.of("x-control-key", ""));

    assertThat(locked.answer(any).status()).isEqualTo(404);
    assertThat(amazon.getWith(Map.of("x-control-key", "wrong"), "/control/requests").status())
        .isEqualTo(404);
    assertThat(amazon.getWith(Map.of(), "/control/requests").status()).isEqualTo(404);
  }

  private void manual() {
    declare("{\"mode\":\"manual\"}");
  }

  private void declare(String body) {
    assertThat(amazon.control("PUT", "sellers/seller", "", body).status()).isEqualTo(204);
  }

  private void post(String orders) {
    assertThat(amazon.control("POST", "sellers/seller/orders", "", orders).status()).isEqualTo(204);
  }

  private List<String> ids(String query) {
    return amazon.all(query).stream().map(order -> order.getString("orderId")).toList();
  }

  private static String order(String id, String updated, String status) {
    return ("{\"orderId\":\"%s\",\"createdTime\":\"2026-06-30T08:00:00Z\",\"lastUpdatedTime\":\"%s\","
            + "\"salesChannel\":{\"channelName\":\"AMAZON\",\"marketplaceId\":\"M1\"},"
            + "\"fulfillment\":{\"fulfillmentStatus\":\"%s\",\"fulfilledBy\":\"MERCHANT\"},"
            + "\"orderItems\":[]}")
        .formatted(id, updated, status);
  }
}
