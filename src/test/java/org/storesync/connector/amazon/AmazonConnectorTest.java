package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.connector.amazon.AmazonFixture.storeAt;
import static org.storesync.connector.amazon.AmazonFixture.token;
import static org.storesync.platform.http.SmallServer.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.ConnectionCheck.Result;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.StoreAccess;
import org.storesync.platform.http.SmallServer;

class AmazonConnectorTest {

  private static final String NOT_FOUND =
      "{\"errors\":[{\"code\":\"NotFound\",\"message\":\"no such order\"}]}";

  private final SmallServer server = new SmallServer();
  private final AmazonFixture amazon = new AmazonFixture();

  @AfterEach
  void stop() {
    server.close();
  }

  private Map<String, String> problems(Map<String, String> changed) {
    Map<String, String> settings = new HashMap<>(storeAt(server).settings());
    settings.putAll(changed);
    return amazon.connector.problems(Locale.ENGLISH, settings);
  }

  private List<ConnectionCheck> test(StoreAccess store) {
    return amazon.connector.test(Locale.ENGLISH, store);
  }

  private static List<Result> results(List<ConnectionCheck> checks) {
    return checks.stream().map(ConnectionCheck::result).toList();
  }

  @Test
  void every_setting_has_a_name_and_an_explanation_in_both_languages() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      for (ConnectorSetting setting : amazon.connector.settings()) {
        String key = "setting." + setting.key();
        assertThat(amazon.connector.text(language, key)).isNotBlank();
        assertThat(amazon.connector.text(language, key + ".help")).isNotBlank();
      }
      assertThat(amazon.connector.caption(language)).isEqualTo("Amazon");
      assertThat(amazon.connector.guide(language)).hasSize(5);
    }
  }

  @Test
  void both_languages_have_the_same_texts() throws Exception {
    Properties english = new Properties();
    Properties german = new Properties();
    english.load(AmazonConnector.class.getResourceAsStream("Texts.properties"));
    german.load(AmazonConnector.class.getResourceAsStream("Texts_de.properties"));

    assertThat(german.keySet()).isEqualTo(english.keySet());
  }

  @Test
  void secrets_are_secrets() {
    assertThat(amazon.connector.settings())
        .filteredOn(setting -> setting.type() == org.storesync.connector.SettingType.SECRET)
        .extracting(ConnectorSetting::key)
        .containsExactly("clientSecret", "refreshToken");
  }

  @Test
  void complete_settings_have_no_problem() {
    assertThat(problems(Map.of())).isEmpty();
    assertThat(problems(Map.of("apiEndpoint", "", "tokenEndpoint", ""))).isEmpty();
    assertThat(
            problems(
                Map.of("apiEndpoint", "/simulator", "tokenEndpoint", "/simulator/auth/o2/token")))
        .isEmpty();
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(
            problems(Map.of("region", "", "clientId", " ", "clientSecret", "", "refreshToken", "")))
        .containsOnlyKeys("region", "clientId", "clientSecret", "refreshToken");
  }

  @Test
  void what_is_wrong_is_named() {
    assertThat(
            problems(
                Map.of(
                    "region", "XX",
                    "clientId", "two words",
                    "personalData", "maybe",
                    "apiEndpoint", "http://example.com",
                    "tokenEndpoint", "https://me:pw@example.com")))
        .containsOnlyKeys("region", "clientId", "personalData", "apiEndpoint", "tokenEndpoint");
  }

  @Test
  void a_marketplace_of_another_region_is_wrong() {
    assertThat(problems(Map.of("marketplaceIds", "ATVPDKIKX0DER,A2EUQ1WTGCTBG2"))).isEmpty();
    assertThat(problems(Map.of("marketplaceIds", "ATVPDKIKX0DER,A1PA6795UKMFR9")))
        .containsOnlyKeys("marketplaceIds");
    assertThat(problems(Map.of("marketplaceIds", "NOWHERE"))).containsOnlyKeys("marketplaceIds");
  }

  @Test
  void every_marketplace_is_offered_under_its_region() {
    ConnectorSetting marketplaces =
        amazon.connector.settings().stream()
            .filter(setting -> setting.key().equals("marketplaceIds"))
            .findFirst()
            .orElseThrow();

    assertThat(marketplaces.choices()).hasSize(23);
    assertThat(marketplaces.choices())
        .contains(new ConnectorSetting.Choice("A1PA6795UKMFR9", "Germany (DE)", "EU"));
  }

  @Test
  void regions_and_marketplaces_are_named_in_the_language_of_who_reads_them() {
    for (ConnectorSetting setting : amazon.connector.settings()) {
      for (ConnectorSetting.Choice choice : setting.choices()) {
        assertThat(amazon.connector.choiceText(Locale.ENGLISH, choice)).isEqualTo(choice.label());
      }
    }
    assertThat(german("FE")).isEqualTo("Ferner Osten (FE)");
    assertThat(german("A1PA6795UKMFR9")).isEqualTo("Deutschland (DE)");
    assertThat(german("no")).isEqualTo("Nein");
  }

  private String german(String value) {
    return amazon.connector.choiceText(
        Locale.GERMAN, new ConnectorSetting.Choice(value, "in English", ""));
  }

  @Test
  void a_good_connection_passes_all_checks_and_costs_no_search() {
    server.next(token(1), reply(404, NOT_FOUND));

    assertThat(results(test(storeAt(server)))).hasSize(5).containsOnly(Result.PASSED);

    assertThat(server.asked()).hasSize(2);
    assertThat(server.asked().get(1).address().getPath())
        .isEqualTo("/orders/2026-01-01/orders/000-0000000-0000000");
  }

  @Test
  void an_order_id_that_amazon_calls_invalid_proves_the_sign_in_as_well() {
    server.next(token(1), reply(400, NOT_FOUND));

    assertThat(results(test(storeAt(server)))).containsOnly(Result.PASSED);
  }

  @Test
  void a_missing_setting_fails_the_first_check_and_nothing_is_sent() {
    List<ConnectionCheck> checks =
        test(storeAt(server, Map.of("clientSecret", ""), Optional.empty()));

    assertThat(results(checks))
        .containsExactly(
            Result.FAILED, Result.NOT_RUN, Result.NOT_RUN, Result.NOT_RUN, Result.NOT_RUN);
    assertThat(checks.get(0).detail()).contains("client secret");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_wrong_secret_has_its_remedy() {
    failsAtSignIn("invalid_client", "rotated secret");
  }

  @Test
  void a_revoked_authorization_has_its_remedy() {
    failsAtSignIn("invalid_grant", "Authorize");
  }

  @Test
  void an_application_of_the_wrong_kind_has_its_remedy() {
    failsAtSignIn("unauthorized_client", "production application");
  }

  @Test
  void an_error_that_nobody_knows_has_a_remedy() {
    failsAtSignIn("invalid_request", "copy client id");
  }

  private void failsAtSignIn(String error, String remedy) {
    server.next(
        reply(400, "{\"error\":\"%s\",\"error_description\":\"so it is\"}".formatted(error)));

    List<ConnectionCheck> checks = test(storeAt(server));

    assertThat(results(checks))
        .containsExactly(
            Result.PASSED, Result.PASSED, Result.FAILED, Result.NOT_RUN, Result.NOT_RUN);
    assertThat(checks.get(2).detail()).contains(error, "so it is");
    assertThat(checks.get(2).remedy()).contains(remedy);
  }

  @Test
  void the_test_does_not_rely_on_a_token_of_old_settings() {
    server.next(token(1), reply(404, NOT_FOUND));
    test(storeAt(server));
    server.next(reply(400, "{\"error\":\"invalid_grant\"}"));

    assertThat(results(test(storeAt(server)))).contains(Result.FAILED);
  }

  @Test
  void a_server_that_is_not_there_fails_the_second_check() {
    StoreAccess store = storeAt(server);
    server.close();

    List<ConnectionCheck> checks = test(store);

    assertThat(results(checks))
        .containsExactly(
            Result.PASSED, Result.FAILED, Result.NOT_RUN, Result.NOT_RUN, Result.NOT_RUN);
    assertThat(checks.get(1).remedy()).contains("/auth/o2/token").contains("firewall");
  }

  @Test
  void a_web_page_in_place_of_login_with_amazon_fails_the_second_check() {
    server.next(reply(404, "<html>"));

    assertThat(results(test(storeAt(server))))
        .containsExactly(
            Result.PASSED, Result.FAILED, Result.NOT_RUN, Result.NOT_RUN, Result.NOT_RUN);
  }

  @Test
  void a_refused_token_fails_the_fourth_check_and_names_role_and_region() {
    server.next(token(1), reply(403, NOT_FOUND), token(2), reply(403, NOT_FOUND));

    List<ConnectionCheck> checks = test(storeAt(server));

    assertThat(results(checks))
        .containsExactly(
            Result.PASSED, Result.PASSED, Result.PASSED, Result.FAILED, Result.NOT_RUN);
    assertThat(checks.get(3).remedy()).contains("region NA").contains("roles");
  }

  @Test
  void a_web_page_in_place_of_the_api_fails_the_fourth_check() {
    server.next(token(1), reply(404, "<html>"));

    List<ConnectionCheck> checks = test(storeAt(server));

    assertThat(checks.get(3).result()).isEqualTo(Result.FAILED);
    assertThat(checks.get(3).remedy()).contains(server.address());
  }

  @Test
  void no_check_tells_a_secret() {
    server.next(
        reply(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"%s %s\"}"
                .formatted(AmazonFixture.CLIENT_SECRET, AmazonFixture.REFRESH_TOKEN)));

    assertThat(test(storeAt(server)).toString()).doesNotContain("very-secret");
  }
}
