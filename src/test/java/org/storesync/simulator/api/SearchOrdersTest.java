package org.storesync.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.SettableClock;
import org.storesync.simulator.message.SimulatorAnswer;

class SearchOrdersTest {

  private final SettableClock clock = new SettableClock(MarketplaceFixture.START);
  private final MarketplaceFixture amazon = MarketplaceFixture.generous(clock);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "createdAfter=2026-06-01T00:00:00Z&lastUpdatedAfter=2026-06-01T00:00:00Z",
        "createdBefore=2026-06-01T00:00:00Z",
        "lastUpdatedBefore=2026-06-01T00:00:00Z",
        "createdAfter=2026-06-01T00:00:00Z&lastUpdatedBefore=2026-06-02T00:00:00Z",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&createdBefore=2026-06-02T00:00:00Z",
        "lastUpdatedAfter=2026-06-02T00:00:00Z&lastUpdatedBefore=2026-06-01T00:00:00Z",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&lastUpdatedBefore=2026-07-01T09:28:00.001Z",
        "lastUpdatedAfter=TEST_CASE_400",
        "lastUpdatedAfter=2026-06-01",
        "lastUpdatedAfter=2026-06-01T00:00:00",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&maxResultsPerPage=0",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&maxResultsPerPage=101",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&maxResultsPerPage=ten",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&includedData=BUYER,MONEY",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&fulfillmentStatuses=Shipped",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&fulfilledBy=MFN",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&marketplaceIds=",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&paginationToken=made-up",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&lastUpdatedAfter=2026-06-02T00:00:00Z"
      })
  void a_broken_rule_is_answered_with_400(String query) {
    SimulatorAnswer answer = amazon.search(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(MarketplaceFixture.errorCode(answer)).isEqualTo("InvalidInput");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "createdAfter=2026-06-01T00:00:00Z&createdBefore=2026-06-01T00:00:00Z",
        "lastUpdatedAfter=2026-06-01T00:00:00%2B02:00",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&lastUpdatedBefore=2026-07-01T09:28:00Z",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&maxResultsPerPage=1",
        "lastUpdatedAfter=2026-06-01T00:00:00Z&fulfilledBy=MERCHANT,AMAZON&fulfillmentStatuses=PENDING"
      })
  void what_keeps_the_rules_is_answered(String query) {
    assertThat(amazon.search(query).status()).isEqualTo(200);
  }

  @Test
  void fifty_marketplaces_may_be_named_but_not_fifty_one() {
    assertThat(amazon.search(since() + marketplaces(50)).status()).isEqualTo(200);
    assertThat(amazon.search(since() + marketplaces(51)).status()).isEqualTo(400);
  }

  @Test
  void without_an_upper_end_the_answer_ends_two_minutes_ago_and_says_so() {
    JsonObject page = MarketplaceFixture.object(amazon.search(since()));

    assertThat(page.getString("lastUpdatedBefore")).isEqualTo("2026-07-01T09:28:00.000Z");
  }

  @Test
  void both_ends_of_the_window_are_inclusive() {
    JsonObject some = amazon.all(since()).get(7);
    String time = some.getString("lastUpdatedTime");

    List<JsonObject> found = amazon.all("lastUpdatedAfter=" + time + "&lastUpdatedBefore=" + time);

    assertThat(ids(found)).containsExactly(some.getString("orderId"));
  }

  @Test
  void pages_of_any_size_give_the_same_orders_in_the_same_order() {
    List<String> atOnce = ids(amazon.all(since()));

    assertThat(atOnce).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(ids(amazon.all(since() + "&maxResultsPerPage=7"))).isEqualTo(atOnce);
  }

  @Test
  void pages_are_sorted_by_the_time_that_was_asked_for() {
    assertThat(amazon.all(since()))
        .extracting(order -> order.getString("lastUpdatedTime"))
        .isSorted();
    assertThat(amazon.all("createdAfter=2026-06-20T00:00:00Z"))
        .extracting(order -> order.getString("createdTime"))
        .isSorted();
  }

  @Test
  void an_order_that_changes_between_two_pages_leaves_the_list_and_comes_in_the_next_window() {
    amazon.control("PUT", "sellers/seller", "", "{\"mode\":\"manual\"}");
    post("111-0000000-0000001", "2026-07-01T09:01:00Z");
    post("111-0000000-0000002", "2026-07-01T09:02:00Z");
    post("111-0000000-0000003", "2026-07-01T09:03:00Z");
    String query = "lastUpdatedAfter=2026-07-01T09:00:00Z&maxResultsPerPage=1";
    JsonObject first = MarketplaceFixture.object(amazon.search(query));
    clock.pass(Duration.ofMinutes(10));
    post("111-0000000-0000002", "2026-07-01T09:35:00Z");

    JsonObject second = MarketplaceFixture.object(amazon.search(query + token(first)));
    List<String> later =
        ids(amazon.all("lastUpdatedAfter=" + second.getString("lastUpdatedBefore")));

    assertThat(second.getString("lastUpdatedBefore")).isEqualTo("2026-07-01T09:28:00.000Z");
    assertThat(ids(second.getJsonArray("orders").getValuesAs(JsonObject.class)))
        .containsExactly("111-0000000-0000003");
    assertThat(later).containsExactly("111-0000000-0000002");
  }

  @Test
  void filters_leave_only_what_was_asked_for() {
    List<JsonObject> found =
        amazon.all(
            since()
                + "&includedData=FULFILLMENT&fulfilledBy=AMAZON&fulfillmentStatuses=SHIPPED"
                + "&marketplaceIds=A1PA6795UKMFR9");

    assertThat(found).isNotEmpty();
    assertThat(found)
        .allSatisfy(
            order -> {
              JsonObject fulfillment = order.getJsonObject("fulfillment");
              assertThat(fulfillment.getString("fulfilledBy")).isEqualTo("AMAZON");
              assertThat(fulfillment.getString("fulfillmentStatus")).isEqualTo("SHIPPED");
              assertThat(order.getJsonObject("salesChannel").getString("marketplaceId"))
                  .isEqualTo("A1PA6795UKMFR9");
            });
  }

  @Test
  void without_included_data_there_is_no_status_no_money_and_nobody() {
    for (JsonObject order : amazon.all(since())) {
      assertThat(order.keySet())
          .doesNotContain(
              "buyer", "recipient", "proceeds", "payment", "tax", "fulfillment", "packages");
      for (JsonValue item : order.getJsonArray("orderItems")) {
        assertThat(item.asJsonObject().keySet())
            .doesNotContain("proceeds", "fulfillment", "cancellation", "promotion", "tax");
        assertThat(item.asJsonObject().getJsonObject("product")).doesNotContainKey("price");
      }
    }
  }

  @Test
  void a_page_token_is_good_for_the_same_parameters_only() {
    String token =
        token(MarketplaceFixture.object(amazon.search(since() + "&maxResultsPerPage=5")));

    assertThat(amazon.search(since() + token + "&maxResultsPerPage=9").status()).isEqualTo(200);
    SimulatorAnswer other = amazon.search(since() + token + "&fulfilledBy=AMAZON");
    assertThat(other.status()).isEqualTo(400);
    assertThat(MarketplaceFixture.errorMessage(other)).contains("must match the original request");
    assertThat(amazon.search("lastUpdatedAfter=2026-06-02T00:00:00Z" + token).status())
        .isEqualTo(400);
    assertThat(amazon.as("other").search(since() + token).status()).isEqualTo(400);
  }

  @Test
  void a_page_token_lives_for_24_hours() {
    String token = token(MarketplaceFixture.object(amazon.search(since())));
    clock.pass(Duration.ofHours(24).minusMillis(1));
    amazon.signIn();
    assertThat(amazon.search(since() + token).status()).isEqualTo(200);

    clock.pass(Duration.ofMillis(1));

    SimulatorAnswer late = amazon.search(since() + token);
    assertThat(late.status()).isEqualTo(400);
    assertThat(MarketplaceFixture.errorMessage(late)).contains("expired");
  }

  @Test
  void every_answer_tells_the_request_and_all_but_denials_and_refusals_the_rate() {
    SimulatorAnswer good = amazon.search(since());
    SimulatorAnswer bad = amazon.search("");
    SimulatorAnswer denied = amazon.getWith(Map.of(), MarketplaceFixture.ORDERS);

    assertThat(good.headers()).containsKeys("x-amzn-RequestId", "x-amzn-RateLimit-Limit");
    assertThat(bad.headers()).containsKeys("x-amzn-RequestId", "x-amzn-RateLimit-Limit");
    assertThat(denied.headers()).containsOnlyKeys("x-amzn-RequestId");
  }

  private void post(String orderId, String updated) {
    String order =
        "{\"orderId\":\"%s\",\"createdTime\":\"2026-07-01T08:00:00Z\",\"lastUpdatedTime\":\"%s\"}"
            .formatted(orderId, updated);
    assertThat(amazon.control("POST", "sellers/seller/orders", "", order).status()).isEqualTo(204);
  }

  private static String since() {
    return "lastUpdatedAfter=2026-06-20T00:00:00Z";
  }

  private static String marketplaces(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "M" + number)
        .collect(Collectors.joining(",", "&marketplaceIds=", ""));
  }

  private static String token(JsonObject page) {
    return "&paginationToken="
        + MarketplaceFixture.encoded(MarketplaceFixture.nextToken(page).orElseThrow());
  }

  private static List<String> ids(List<JsonObject> orders) {
    return orders.stream().map(order -> order.getString("orderId")).toList();
  }
}
