package org.storesync.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.simulator.MarketplaceFixture.object;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.SettableClock;
import org.storesync.simulator.message.Delivery;
import org.storesync.simulator.message.SimulatorAnswer;

class FaultsTest {

  private static final String ANY = "lastUpdatedAfter=2026-06-30T00:00:00Z";

  private final MarketplaceFixture amazon =
      MarketplaceFixture.generous(new SettableClock(MarketplaceFixture.START));

  @ParameterizedTest
  @CsvSource({"THROTTLED, 429", "SERVER_ERROR, 500", "UNAVAILABLE, 503"})
  void it_strikes_as_many_answers_as_asked_for_and_no_more(String kind, int status) {
    amazon.fault("{\"kind\":\"%s\",\"answers\":2}".formatted(kind));

    assertThat(statuses(3)).containsExactly(status, status, 200);
  }

  @Test
  void it_can_let_answers_pass_before() {
    amazon.fault("{\"kind\":\"SERVER_ERROR\",\"after\":2}");

    assertThat(statuses(4)).containsExactly(200, 200, 500, 200);
  }

  @Test
  void faults_of_the_same_moment_strike_one_after_the_other() {
    amazon.fault("[{\"kind\":\"SERVER_ERROR\"},{\"kind\":\"THROTTLED\"}]");

    assertThat(statuses(3)).containsExactly(500, 429, 200);
  }

  @Test
  void it_strikes_its_own_operation_and_seller_only() {
    amazon.fault("{\"kind\":\"SERVER_ERROR\",\"operation\":\"getOrder\"}");

    assertThat(statuses(1)).containsExactly(200);
    assertThat(amazon.as("other").order("111-0000000-0000000").status()).isEqualTo(404);
    assertThat(amazon.order("111-0000000-0000000").status()).isEqualTo(500);
  }

  @Test
  void the_token_endpoint_can_fail_too() {
    amazon.fault("{\"kind\":\"UNAVAILABLE\",\"operation\":\"token\"}");

    assertThat(amazon.login("refresh_token", "Atzr|demo-seller").status()).isEqualTo(503);
    assertThat(amazon.login("refresh_token", "Atzr|demo-seller").status()).isEqualTo(200);
  }

  @Test
  void an_access_token_that_expired_early_stays_dead_until_there_is_a_new_one() {
    amazon.fault("{\"kind\":\"EXPIRED_TOKEN\"}");

    assertThat(statuses(2)).containsExactly(403, 403);
    amazon.signIn();
    assertThat(statuses(1)).containsExactly(200);
  }

  @Test
  void a_page_token_expires_early() {
    JsonObject first = object(amazon.search(ANY + "&maxResultsPerPage=1"));
    String next =
        "&paginationToken="
            + MarketplaceFixture.encoded(MarketplaceFixture.nextToken(first).orElseThrow());
    amazon.fault("{\"kind\":\"EXPIRED_PAGE_TOKEN\"}");

    assertThat(statuses(1)).containsExactly(200);
    SimulatorAnswer second = amazon.search(ANY + next);
    assertThat(second.status()).isEqualTo(400);
    assertThat(MarketplaceFixture.errorMessage(second)).contains("expired");
    assertThat(amazon.search(ANY + next).status()).isEqualTo(200);
  }

  @Test
  void the_last_order_of_a_page_comes_again_on_the_next() {
    List<String> sound = ids(ANY + "&maxResultsPerPage=5");
    amazon.fault("{\"kind\":\"ON_TWO_PAGES\"}");

    List<String> faulty = ids(ANY + "&maxResultsPerPage=5");

    assertThat(faulty).hasSize(sound.size() + 1);
    assertThat(faulty.get(5)).isEqualTo(faulty.get(4));
    assertThat(faulty.stream().distinct()).containsExactlyElementsOf(sound);
  }

  @Test
  void an_order_is_missing_from_the_list_but_is_there() {
    List<String> sound = ids(ANY);
    String victim = sound.get(3);
    amazon.fault("{\"kind\":\"MISSING_FROM_LIST\",\"orderId\":\"%s\"}".formatted(victim));

    assertThat(ids(ANY)).hasSize(sound.size() - 1).doesNotContain(victim);
    assertThat(amazon.order(victim).status()).isEqualTo(200);
    assertThat(ids(ANY)).isEqualTo(sound);
  }

  @Test
  void an_answer_can_be_slow_cut_or_truncated() {
    String sound = amazon.search(ANY).body();
    amazon.fault(
        "[{\"kind\":\"SLOW\",\"delayMillis\":700},{\"kind\":\"CUT\"},{\"kind\":\"TRUNCATED\"}]");

    assertThat(amazon.search(ANY).delivery()).isEqualTo(Delivery.after(Duration.ofMillis(700)));
    assertThat(amazon.search(ANY).delivery()).isEqualTo(Delivery.CUT);
    assertThat(amazon.search(ANY).body()).isEqualTo(sound.substring(0, sound.length() / 2));
    assertThat(amazon.search(ANY).body()).isEqualTo(sound);
  }

  @Test
  void waiting_faults_can_be_seen_and_taken_back() {
    amazon.fault("{\"kind\":\"SERVER_ERROR\",\"answers\":9}");
    assertThat(object(amazon.control("GET", "faults", "seller=seller", "")).getJsonArray("faults"))
        .hasSize(1);

    amazon.control("DELETE", "faults", "seller=seller", "");

    assertThat(statuses(1)).containsExactly(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[1]",
        "{}",
        "{\"kind\":\"EARTHQUAKE\"}",
        "{\"kind\":\"SLOW\",\"operation\":\"deleteEverything\"}",
        "{\"kind\":\"SLOW\",\"answers\":0}",
        "{\"kind\":\"MISSING_FROM_LIST\"}",
        "{\"kind\":\"ON_TWO_PAGES\",\"operation\":\"getOrder\"}",
        "{\"kind\":\"EXPIRED_TOKEN\",\"operation\":\"token\"}"
      })
  void a_fault_that_makes_no_sense_is_refused(String fault) {
    SimulatorAnswer answer = amazon.control("POST", "faults", "seller=seller", fault);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(object(answer).getString("message")).isNotEmpty();
  }

  private List<Integer> statuses(int calls) {
    return Stream.generate(() -> amazon.search(ANY).status()).limit(calls).toList();
  }

  private List<String> ids(String query) {
    return amazon.all(query).stream().map(order -> order.getString("orderId")).toList();
  }
}
