package org.storesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.store.StoreFixture.SECRET;
import static org.storesync.store.StoreFixture.completeSettings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorSettingsTest {

  private static ConnectorSettings stored(Map<String, String> values) {
    return new ConnectorSettings(new TrialMarketplace(), values);
  }

  private static Map<String, String> complete(String key, String value) {
    Map<String, String> settings = completeSettings();
    settings.put(key, value);
    return settings;
  }

  private static Map<String, String> problems(Map<String, String> entered) {
    return stored(Map.of()).with(entered).problems(Locale.ENGLISH);
  }

  @Test
  void a_secret_left_blank_stays_what_it_is() {
    ConnectorSettings changed = stored(completeSettings()).with(complete("clientSecret", " "));

    assertThat(changed.values()).containsEntry("clientSecret", SECRET);
  }

  @Test
  void a_secret_that_is_entered_replaces_the_stored_one() {
    ConnectorSettings changed = stored(completeSettings()).with(complete("clientSecret", "new"));

    assertThat(changed.values()).containsEntry("clientSecret", "new");
  }

  @Test
  void secrets_are_not_shown_but_told_to_be_there() {
    ConnectorSettings settings = stored(completeSettings());

    assertThat(settings.shown()).doesNotContainKey("clientSecret").doesNotContainValue(SECRET);
    assertThat(settings.secretsThere()).containsExactly("clientSecret");
    assertThat(settings.toString()).doesNotContain(SECRET);
  }

  @Test
  void what_the_connector_does_not_ask_for_is_neither_taken_nor_shown_nor_lost() {
    Map<String, String> values = new HashMap<>(completeSettings());
    values.put("sellerId", "A1");

    ConnectorSettings changed = stored(values).with(complete("injected", "x"));

    assertThat(changed.values()).containsEntry("sellerId", "A1").doesNotContainKey("injected");
    assertThat(changed.shown()).doesNotContainKey("sellerId");
  }

  @Test
  void a_blank_entry_means_the_default_or_nothing() {
    ConnectorSettings changed =
        stored(complete("apiAddress", "https://example.com")).with(Map.of("region", ""));

    assertThat(changed.values()).containsEntry("region", "eu").doesNotContainKey("apiAddress");
  }

  @Test
  void entries_are_stripped() {
    assertThat(stored(Map.of()).with(Map.of("clientId", " abc\n")).values())
        .containsEntry("clientId", "abc");
  }

  @Test
  void complete_settings_have_no_problem() {
    assertThat(problems(completeSettings())).isEmpty();
  }

  @Test
  void what_is_required_must_be_there() {
    assertThat(problems(Map.of()))
        .containsOnlyKeys("clientId", "clientSecret", "marketplaces")
        .containsEntry("clientId", "setting.clientId: please fill this in.");
  }

  @Test
  void a_marketplace_of_another_region_is_refused() {
    assertThat(problems(complete("marketplaces", "DE,US"))).containsOnlyKeys("marketplaces");
  }

  @Test
  void a_choice_that_is_not_offered_is_refused() {
    assertThat(problems(complete("region", "moon"))).containsOnlyKeys("region", "marketplaces");
  }

  @Test
  void what_the_connector_finds_wrong_is_told() {
    assertThat(problems(complete("clientId", "a b")))
        .containsEntry("clientId", "A client id has no spaces.");
  }

  @Test
  void an_endless_entry_is_refused() {
    String endless = "x".repeat(ConnectorSettings.GREATEST_LENGTH + 1);

    assertThat(problems(complete("clientSecret", endless))).containsOnlyKeys("clientSecret");
  }
}
