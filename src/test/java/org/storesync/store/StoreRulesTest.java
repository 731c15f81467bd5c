package org.storesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"A", "Müller & Söhne", "  Amazon DE  ", "日本", "Shop 😀", "a.b-c_d'e?"})
  void a_name_that_can_be_seen_is_good(String name) {
    assertThat(StoreRules.nameProblem(name, Locale.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a/b", "a\tb", "a\u0000b", "a\u200Bb", "a\u202Eb", "a\u2028b"})
  void a_name_that_is_empty_or_has_a_slash_or_hidden_characters_is_refused(String name) {
    assertThat(StoreRules.nameProblem(name, Locale.ENGLISH)).isPresent();
  }

  @Test
  void a_name_has_at_most_100_characters() {
    assertThat(StoreRules.nameProblem("x".repeat(100), Locale.ENGLISH)).isEmpty();
    assertThat(StoreRules.nameProblem("x".repeat(101), Locale.ENGLISH)).isPresent();
  }

  @Test
  void a_name_whose_key_would_not_fit_is_refused() {
    // The dotted capital I becomes two characters in lower case.
    assertThat(StoreRules.nameProblem("\u0130".repeat(100), Locale.ENGLISH)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Amazon DE,amazon de",
    "ΣΊΣΥΦΟΣ,σίσυφος",
    "Stra\u00DFe,STRASSE",
    "Caf\u00E9,Cafe\u0301",
    "x,' x '"
  })
  void names_that_differ_in_case_or_spelling_only_are_the_same(String one, String other) {
    assertThat(Store.keyOf(one)).isEqualTo(Store.keyOf(other));
  }

  @Test
  void different_names_are_different() {
    assertThat(Store.keyOf("Amazon DE")).isNotEqualTo(Store.keyOf("Amazon FR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "name@example.com", "root@localhost"})
  void an_email_address_may_be_left_out(String entry) {
    assertThat(StoreRules.emailProblem(entry, Locale.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "a@b@c", "a b@example.com", "a@b\nBcc: c@d"})
  void what_can_t_be_an_email_address_is_refused(String entry) {
    assertThat(StoreRules.emailProblem(entry, Locale.ENGLISH)).isPresent();
  }

  @Test
  void a_time_zone_is_named_after_a_place() {
    assertThat(StoreRules.timeZoneProblem("Europe/Berlin", Locale.ENGLISH)).isEmpty();
    assertThat(StoreRules.timeZone(" Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(StoreRules.timeZoneProblem("Europe/Atlantis", Locale.ENGLISH)).isPresent();
    assertThat(StoreRules.timeZoneProblem("", Locale.ENGLISH)).isPresent();
  }

  @Test
  void a_date_may_be_left_out_and_is_written_year_first() {
    assertThat(StoreRules.dateProblem("", Locale.ENGLISH)).isEmpty();
    assertThat(StoreRules.date("")).isEmpty();
    assertThat(StoreRules.date("2026-01-31")).contains(LocalDate.of(2026, 1, 31));
    assertThat(StoreRules.dateProblem("2026-02-30", Locale.ENGLISH)).isPresent();
    assertThat(StoreRules.dateProblem("31.1.2026", Locale.ENGLISH)).isPresent();
  }
}
