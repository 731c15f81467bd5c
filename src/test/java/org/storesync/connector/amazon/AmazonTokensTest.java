package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.connector.amazon.AmazonFixture.storeAt;
import static org.storesync.connector.amazon.AmazonFixture.token;
import static org.storesync.platform.http.SmallServer.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectorFailure;
import org.storesync.platform.http.SmallServer;

class AmazonTokensTest {

  private final SmallServer server = new SmallServer();
  private final AmazonFixture amazon = new AmazonFixture();
  private final AmazonAccess access = AmazonAccess.of(storeAt(server));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_token_is_fetched_once_and_reused_until_a_minute_before_it_expires() {
    server.next(token(1), token(2));

    assertThat(amazon.tokens.accessToken(access)).endsWith("1");
    amazon.http.clock.advance(Duration.ofSeconds(3539));
    assertThat(amazon.tokens.accessToken(access)).endsWith("1");
    amazon.http.clock.advance(Duration.ofSeconds(1));
    assertThat(amazon.tokens.accessToken(access)).endsWith("2");

    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void it_is_asked_for_as_amazon_describes() {
    server.next(token(1));

    amazon.tokens.accessToken(access);

    SmallServer.Asked asked = server.asked().get(0);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(asked.body().split("&"))
        .containsExactlyInAnyOrder(
            "grant_type=refresh_token",
            "refresh_token=Atzr%7Cvery-secret-too",
            "client_id=amzn1.application-oa2-client.1",
            "client_secret=amzn1.oa2-cs.v1.very-secret");
  }

  @Test
  void threads_that_need_the_same_token_fetch_it_once() throws Exception {
    server.always(ask -> token(1));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> fetched = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      fetched.add(
          threads.submit(
              () -> {
                start.await();
                return amazon.tokens.accessToken(access);
              }));
    }
    start.countDown();
    for (Future<String> token : fetched) {
      assertThat(token.get()).endsWith("1");
    }
    threads.shutdown();

    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void another_store_has_another_token() {
    server.next(token(1), token(2));

    amazon.tokens.accessToken(access);
    AmazonAccess other =
        AmazonAccess.of(storeAt(server, Map.of("refreshToken", "Atzr|other"), Optional.empty()));

    assertThat(amazon.tokens.accessToken(other)).endsWith("2");
  }

  @Test
  void a_dropped_token_is_fetched_anew_unless_somebody_did_it_already() {
    server.next(token(1), token(2), token(3));
    String old = amazon.tokens.accessToken(access);

    amazon.tokens.drop(access, old);
    String fresh = amazon.tokens.accessToken(access);
    amazon.tokens.drop(access, old);

    assertThat(amazon.tokens.accessToken(access)).isEqualTo(fresh);
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void an_invalid_grant_means_that_the_sign_in_is_lost() {
    server.next(
        reply(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"refresh_token Atzr|very-secret-too is bad\"}"));

    assertThatThrownBy(() -> amazon.tokens.accessToken(access))
        .isInstanceOf(ConnectorFailure.SignInLost.class)
        .hasMessageContaining("Store Demo")
        .hasMessageContaining("Authorize the store again")
        .hasMessageNotContaining("very-secret");

    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void an_invalid_client_is_a_wrong_setting() {
    server.next(reply(401, "{\"error\":\"invalid_client\",\"error_description\":\"no\"}"));

    assertThatThrownBy(() -> amazon.tokens.accessToken(access))
        .isInstanceOf(ConnectorFailure.Misconfigured.class)
        .hasMessageContaining("client secret");
  }

  @Test
  void a_page_that_is_not_amazons_is_a_wrong_setting() {
    server.next(reply(404, "<html>nothing here</html>"));

    assertThatThrownBy(() -> amazon.tokens.accessToken(access))
        .isInstanceOf(ConnectorFailure.Misconfigured.class)
        .hasMessageContaining("address");
  }

  @Test
  void a_server_in_trouble_is_tried_again_later() {
    server.always(ask -> reply(503, ""));

    assertThatThrownBy(() -> amazon.tokens.accessToken(access))
        .isInstanceOfSatisfying(
            ConnectorFailure.RetryLater.class,
            later -> assertThat(later.countsAsAttempt()).isFalse());
  }

  @Test
  void an_answer_without_a_token_is_not_remembered() {
    server.next(reply(200, "{\"access_tok"), token(1));

    assertThatThrownBy(() -> amazon.tokens.accessToken(access))
        .isInstanceOf(ConnectorFailure.RetryLater.class);

    assertThat(amazon.tokens.accessToken(access)).endsWith("1");
  }
}
