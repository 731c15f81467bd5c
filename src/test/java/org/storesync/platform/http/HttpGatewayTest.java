package org.storesync.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.platform.http.SmallServer.cut;
import static org.storesync.platform.http.SmallServer.reply;
import static org.storesync.platform.http.SmallServer.truncated;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.platform.quota.Quota;
import org.storesync.platform.quota.QuotaRequest;
import org.storesync.platform.quota.QuotaUsedUp;

class HttpGatewayTest {

  private static final QuotaRequest AMPLE = request("getThing", 100, 100);

  private static QuotaRequest request(String operation, double perSecond, int burst) {
    return new QuotaRequest(new Quota("account", operation, perSecond, burst), "Store", false);
  }

  private final SmallServer server = new SmallServer();
  private final HttpGatewayFixture fixture = new HttpGatewayFixture();

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpCall get(String path) {
    return HttpCall.get(server.address() + path, Map.of("X-Secret", "s3cret"), AMPLE);
  }

  @Test
  void a_refusal_for_too_many_requests_is_tried_again() {
    server.next(reply(429, ""), reply(503, ""), reply(200, "at last"));

    HttpAnswer answer = fixture.gateway.send(get("/thing"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body())).isEqualTo("at last");
    assertThat(fixture.waits).hasSize(2);
    assertThat(fixture.waits.get(1)).isGreaterThan(Duration.ofMillis(399));
  }

  @Test
  void after_four_tries_the_last_answer_comes_back() {
    server.always(ask -> reply(500, "broken"));

    assertThat(fixture.gateway.send(get("/thing")).status()).isEqualTo(500);

    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void a_bad_request_is_never_tried_again() {
    for (int status : new int[] {400, 401, 403, 404, 413, 415}) {
      server.next(reply(status, ""));
      assertThat(fixture.gateway.send(get("/" + status)).status()).isEqualTo(status);
    }

    assertThat(server.asked()).hasSize(6);
    assertThat(fixture.waits).isEmpty();
  }

  @Test
  void a_call_that_may_not_be_repeated_is_sent_once() {
    server.always(ask -> reply(500, ""));
    HttpCall call =
        new HttpCall("POST", server.address(), Map.of(), Optional.of("x"), false, Optional.empty());

    assertThat(fixture.gateway.send(call).status()).isEqualTo(500);

    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void a_cut_connection_is_tried_again() {
    server.next(cut(), reply(200, "whole"));

    assertThat(fixture.gateway.send(get("/thing")).status()).isEqualTo(200);
  }

  @Test
  void nobody_sends_a_call_again_behind_the_quota() {
    server.next(reply(200, "warm up, so that the connection is an old one"));
    fixture.gateway.send(get("/first"));
    server.always(ask -> cut());

    assertThatThrownBy(() -> fixture.gateway.send(get("/thing")))
        .isInstanceOf(HttpFailure.Broken.class);

    assertThat(server.asked()).hasSize(1 + RetryRule.MOST_TRIES);
  }

  @Test
  void a_truncated_answer_is_no_answer() {
    server.always(ask -> truncated("{\"a\":1,\"b\":2}"));

    assertThatThrownBy(() -> fixture.gateway.send(get("/thing?q=s3cret")))
        .isInstanceOf(HttpFailure.Broken.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void a_server_that_keeps_silent_is_given_up() {
    CountDownLatch end = new CountDownLatch(1);
    HttpGatewayFixture impatient = new HttpGatewayFixture(Duration.ofMillis(150));
    server.always(
        ask ->
            exchange -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    assertThatThrownBy(() -> impatient.gateway.send(get("/thing")))
        .isInstanceOf(HttpFailure.Broken.class)
        .hasMessageContaining("too long");
    end.countDown();
  }

  @Test
  void an_answer_that_starts_and_then_stalls_is_given_up() {
    CountDownLatch end = new CountDownLatch(1);
    HttpGatewayFixture impatient = new HttpGatewayFixture(Duration.ofMillis(150));
    server.always(
        ask ->
            exchange -> {
              exchange.sendResponseHeaders(200, 100);
              exchange.getResponseBody().write(1);
              exchange.getResponseBody().flush();
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    assertThatThrownBy(() -> impatient.gateway.send(get("/thing")))
        .isInstanceOf(HttpFailure.Broken.class)
        .hasMessageContaining("too long");
    end.countDown();
  }

  @Test
  void a_redirect_is_not_followed() {
    server.next(reply(302, "", Map.of("Location", server.address() + "/elsewhere")));

    assertThat(fixture.gateway.send(get("/thing")).status()).isEqualTo(302);

    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void an_answer_without_end_is_not_taken() {
    server.next(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] piece = new byte[1024 * 1024];
          for (int i = 0; i < 40; i++) {
            exchange.getResponseBody().write(piece);
          }
        });

    assertThatThrownBy(() -> fixture.gateway.send(get("/thing")))
        .isInstanceOf(HttpFailure.AnswerTooLarge.class);
  }

  @Test
  void a_long_wait_that_the_server_asks_for_is_the_callers() {
    server.next(reply(429, "", Map.of("Retry-After", "60")));

    assertThat(fixture.gateway.send(get("/thing")).status()).isEqualTo(429);

    assertThat(server.asked()).hasSize(1);
    assertThat(fixture.waits).isEmpty();
  }

  @Test
  void each_try_costs_quota_and_a_lasting_refusal_empties_the_bucket() {
    QuotaRequest scarce = request("scarce", 0.01, 20);
    server.always(ask -> reply(429, ""));

    fixture.gateway.send(HttpCall.get(server.address(), Map.of(), scarce));

    assertThat(server.asked()).hasSize(4);
    assertThatThrownBy(() -> fixture.throttle.take(scarce)).isInstanceOf(QuotaUsedUp.class);
  }

  @Test
  void with_the_quota_used_up_nothing_is_sent() throws InterruptedException {
    QuotaRequest one = request("one", 0.01, 1);
    fixture.throttle.take(one);

    assertThatThrownBy(() -> fixture.gateway.send(HttpCall.get(server.address(), Map.of(), one)))
        .isInstanceOfSatisfying(
            QuotaUsedUp.class,
            usedUp -> assertThat(usedUp.delay()).isEqualTo(Duration.ofSeconds(100)));

    assertThat(server.asked()).isEmpty();
  }

  @Test
  void an_unknown_port_is_a_broken_connection() {
    int port = server.port();
    server.close();

    assertThatThrownBy(
            () -> fixture.gateway.send(HttpCall.get("http://127.0.0.1:" + port, Map.of(), AMPLE)))
        .isInstanceOf(HttpFailure.Broken.class)
        .hasMessageContaining("refused");
  }

  @Test
  void calls_and_answers_do_not_print_what_they_carry() {
    server.next(reply(200, "s3cret"));
    HttpCall call = get("/thing?token=s3cret");

    assertThat(call.toString()).doesNotContain("s3cret");
    assertThat(fixture.gateway.send(call).toString()).doesNotContain("s3cret");
  }
}
