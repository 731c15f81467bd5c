package org.storesync.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.SettableClock;
import org.storesync.simulator.message.SimulatorAnswer;

class LoginTest {

  private static final String ANY = "lastUpdatedAfter=2026-06-30T00:00:00Z";
  private static final String RIGHT =
      "grant_type=refresh_token&client_id=amzn1.application-oa2-client.demo"
          + "&client_secret=amzn1.oa2-cs.v1.demo-secret&refresh_token=Atzr%7Cdemo-seller";

  private final SettableClock clock = new SettableClock(MarketplaceFixture.START);
  private final MarketplaceFixture amazon = MarketplaceFixture.generous(clock);

  @Test
  void a_refresh_token_buys_an_access_token_for_an_hour() {
    JsonObject answer = MarketplaceFixture.object(amazon.post("/auth/o2/token", RIGHT));

    assertThat(answer.getString("access_token")).startsWith("Atza|");
    assertThat(answer.getString("token_type")).isEqualTo("bearer");
    assertThat(answer.getInt("expires_in")).isEqualTo(3600);
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=refresh_token, '', 400, invalid_request",
    "grant_type=refresh_token, grant_type=password, 400, unsupported_grant_type",
    "client_id=amzn1.application-oa2-client.demo, '', 400, invalid_request",
    "client_id=amzn1.application-oa2-client.demo, client_id=wrong, 401, invalid_client",
    "client_secret=amzn1.oa2-cs.v1.demo-secret, client_secret=wrong, 401, invalid_client",
    "Atzr%7Cdemo-seller, Atzr%7Cwrong, 400, invalid_grant",
    "Atzr%7Cdemo-seller, '', 400, invalid_request"
  })
  void a_wrong_form_is_refused_as_login_with_amazon_does(
      String right, String wrong, int status, String error) {
    SimulatorAnswer answer = amazon.post("/auth/o2/token", RIGHT.replace(right, wrong));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(MarketplaceFixture.object(answer).getString("error")).isEqualTo(error);
    assertThat(MarketplaceFixture.object(answer).getString("error_description")).isNotEmpty();
  }

  @Test
  void the_access_token_is_refused_when_its_hour_is_over() {
    clock.pass(Duration.ofSeconds(3599));
    assertThat(amazon.search(ANY).status()).isEqualTo(200);

    clock.pass(Duration.ofSeconds(1));

    SimulatorAnswer answer = amazon.search(ANY);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(MarketplaceFixture.errorCode(answer)).isEqualTo("Unauthorized");
    amazon.signIn();
    assertThat(amazon.search(ANY).status()).isEqualTo(200);
  }

  @Test
  void an_access_token_survives_a_restart() {
    String token =
        MarketplaceFixture.object(amazon.login("refresh_token", "Atzr|demo-seller"))
            .getString("access_token");
    MarketplaceFixture restarted = MarketplaceFixture.generous(clock);

    SimulatorAnswer answer =
        restarted.getWith(
            Map.of("x-amz-access-token", token),
            MarketplaceFixture.ORDERS + "/111-0000000-0000000");

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void without_a_token_and_with_one_that_was_tampered_with_there_is_no_access() {
    SimulatorAnswer without = amazon.getWith(Map.of(), MarketplaceFixture.ORDERS);
    SimulatorAnswer tampered =
        amazon.getWith(Map.of("x-amz-access-token", "Atza|abc.def"), MarketplaceFixture.ORDERS);

    assertThat(without.status()).isEqualTo(403);
    assertThat(MarketplaceFixture.errorCode(without)).isEqualTo("MissingAuthenticationToken");
    assertThat(tampered.status()).isEqualTo(403);
    assertThat(MarketplaceFixture.errorCode(tampered)).isEqualTo("Unauthorized");
  }
}
