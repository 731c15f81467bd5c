package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.connector.amazon.AmazonFixture.storeAt;
import static org.storesync.connector.amazon.AmazonFixture.token;
import static org.storesync.platform.http.SmallServer.cut;
import static org.storesync.platform.http.SmallServer.reply;
import static org.storesync.platform.http.SmallServer.truncated;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectorFailure;
import org.storesync.platform.http.SmallServer;

class AmazonClientTest {

  private static final String ERROR =
      "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"%s\",\"details\":\"\"}]}";
  private static final Map<String, String> REQUEST_ID = Map.of("x-amzn-RequestId", "req-1");
  private static final String PAGE = "{\"orders\":[]}";

  private final SmallServer server = new SmallServer();
  private final AmazonFixture amazon = new AmazonFixture();
  private final AmazonAccess access = AmazonAccess.of(storeAt(server));

  @AfterEach
  void stop() {
    server.close();
  }

  private ThrowingCallable searching(String... parameters) {
    return () ->
        amazon.client.searchOrders(
            access,
            parameters.length == 0 ? Map.of("a", "b") : Map.of(parameters[0], parameters[1]));
  }

  @Test
  void a_call_is_signed_and_names_us() {
    server.next(token(1), reply(200, PAGE));

    amazon.client.searchOrders(access, Map.of("includedData", "BUYER,TAX", "x", "a b+c/ü"));

    SmallServer.Asked asked = server.asked().get(1);
    assertThat(asked.header("x-amz-access-token")).isEqualTo(AmazonFixture.ACCESS_TOKEN + "1");
    assertThat(asked.header("User-Agent"))
        .matches("StoreSync/\\S+ \\(Language=Java/\\d+; Platform=\\S+\\)");
    assertThat(asked.address().getPath()).isEqualTo("/orders/2026-01-01/orders");
    assertThat(asked.address().getRawQuery().split("&"))
        .containsExactlyInAnyOrder("includedData=BUYER,TAX", "x=a%20b%2Bc%2F%C3%BC");
  }

  @Test
  void a_refusal_names_store_operation_reason_and_request() {
    server.next(token(1), reply(400, ERROR.formatted("Bad date"), REQUEST_ID));

    assertThatThrownBy(searching())
        .isInstanceOf(ConnectorFailure.Rejected.class)
        .hasMessage(
            "Store Demo: Amazon refused searchOrders (400 InvalidInput: Bad date). Request id req-1.");
  }

  @Test
  void a_message_never_holds_a_secret() {
    server.next(
        token(1),
        reply(400, ERROR.formatted(AmazonFixture.CLIENT_SECRET + AmazonFixture.REFRESH_TOKEN)));

    assertThatThrownBy(searching()).hasMessageNotContaining("very-secret");
    assertThat(access.toString()).doesNotContain("secret");
  }

  @Test
  void a_page_token_that_is_no_longer_taken_is_an_expired_cursor() {
    server.next(
        token(1),
        reply(400, ERROR.formatted("The paginationToken you have submitted is not valid.")));

    assertThatThrownBy(searching("paginationToken", "old"))
        .isInstanceOf(ConnectorFailure.CursorExpired.class);
  }

  @Test
  void an_old_access_token_is_replaced_once() {
    server.next(token(1), reply(403, ERROR.formatted("expired")), token(2), reply(200, PAGE));

    amazon.client.searchOrders(access, Map.of("a", "b"));

    assertThat(server.asked()).hasSize(4);
    assertThat(server.asked().get(3).header("x-amz-access-token")).endsWith("2");
  }

  @Test
  void a_refusal_of_the_new_token_as_well_is_final() {
    server.next(
        token(1),
        reply(403, ERROR.formatted("denied")),
        token(2),
        reply(403, ERROR.formatted("denied"), REQUEST_ID));

    assertThatThrownBy(searching())
        .isInstanceOf(ConnectorFailure.SignInLost.class)
        .hasMessageContaining("roles")
        .hasMessageContaining("req-1");

    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void a_lasting_refusal_for_too_many_calls_waits_for_quota() {
    server.next(token(1)).always(ask -> reply(429, ERROR.formatted("exceeded"), REQUEST_ID));

    assertThatThrownBy(searching())
        .isInstanceOfSatisfying(
            ConnectorFailure.QuotaUsedUp.class,
            usedUp ->
                assertThat(usedUp.delay())
                    .isBetween(Duration.ofSeconds(170), Duration.ofSeconds(179)))
        .hasMessageContaining("429")
        .hasMessageContaining("req-1");
  }

  @Test
  void the_twenty_first_search_waits_for_quota_without_asking_amazon() {
    server.next(token(1)).always(ask -> reply(200, PAGE));
    for (int i = 0; i < 20; i++) {
      amazon.client.searchOrders(access, Map.of("a", "b"));
    }

    assertThatThrownBy(searching()).isInstanceOf(ConnectorFailure.QuotaUsedUp.class);

    assertThat(server.asked()).hasSize(21);
  }

  @Test
  void the_rate_that_amazon_tells_counts() {
    server.next(token(1)).always(ask -> reply(200, PAGE, Map.of("x-amzn-RateLimit-Limit", "5.6")));

    for (int i = 0; i < 30; i++) {
      amazon.client.searchOrders(access, Map.of("a", "b"));
    }

    assertThat(server.asked()).hasSize(31);
    assertThat(amazon.http.waits).isNotEmpty();
  }

  @Test
  void a_rate_that_is_no_number_changes_nothing() {
    server.next(token(1), reply(200, PAGE, Map.of("x-amzn-RateLimit-Limit", "-1 a minute")));

    amazon.client.searchOrders(access, Map.of("a", "b"));

    assertThat(amazon.http.throttle.untilNext(AmazonThrottles.SEARCH_ORDERS.quota(access)))
        .isZero();
  }

  @Test
  void a_server_error_is_tried_again_later() {
    server.next(token(1)).always(ask -> reply(500, ERROR.formatted("oops"), REQUEST_ID));

    assertThatThrownBy(searching())
        .isInstanceOfSatisfying(
            ConnectorFailure.RetryLater.class,
            later -> assertThat(later.countsAsAttempt()).isFalse())
        .hasMessageContaining("searchOrders")
        .hasMessageContaining("req-1");
  }

  @Test
  void a_connection_that_keeps_breaking_is_tried_again_later() {
    server.next(token(1)).always(ask -> cut());

    assertThatThrownBy(searching())
        .isInstanceOf(ConnectorFailure.RetryLater.class)
        .hasMessageContaining("searchOrders");
  }

  @Test
  void half_an_answer_is_not_taken() {
    server.next(token(1)).always(ask -> truncated("{\"orders\":[{},{}]}"));
    assertThatThrownBy(searching()).isInstanceOf(ConnectorFailure.RetryLater.class);
  }

  @Test
  void json_that_ends_in_the_middle_is_not_taken() {
    server.next(token(1), reply(200, "{\"orders\":[{\"orderId\":\"1", REQUEST_ID));

    assertThatThrownBy(searching())
        .isInstanceOf(ConnectorFailure.RetryLater.class)
        .hasMessageContaining("incompletely")
        .hasMessageContaining("req-1");
  }

  @Test
  void an_order_that_amazon_does_not_know_is_absent() {
    server.next(token(1), reply(404, ERROR.formatted("not found")));

    assertThat(amazon.client.getOrder(access, "1-2/3", Map.of("includedData", "TAX"))).isEmpty();

    assertThat(server.asked().get(1).address().getRawPath())
        .isEqualTo("/orders/2026-01-01/orders/1-2%2F3");
  }

  @Test
  void a_strange_servers_not_found_is_no_word_of_amazon() {
    server.next(token(1), reply(404, "<html>Not Found</html>"));

    assertThatThrownBy(() -> amazon.client.getOrder(access, "1", Map.of("a", "b")))
        .isInstanceOf(ConnectorFailure.Misconfigured.class)
        .hasMessageContaining("address of the API");
  }

  @Test
  void a_redirect_points_to_a_wrong_address() {
    server.next(token(1), reply(301, "", Map.of("Location", "https://example.com")));

    assertThatThrownBy(searching())
        .isInstanceOf(ConnectorFailure.Misconfigured.class)
        .hasMessageContaining("address");
  }
}
