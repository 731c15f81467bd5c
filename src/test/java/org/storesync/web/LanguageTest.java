package org.storesync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void the_chosen_language_comes_before_the_browsers() {
    assertThat(Language.choose(Optional.of("de"), List.of(Locale.UK))).isEqualTo(Locale.GERMAN);
  }

  @Test
  void the_browsers_country_decides_about_dates_and_numbers() {
    assertThat(Language.choose(Optional.of("en"), List.of(Locale.GERMANY, Locale.UK)))
        .isEqualTo(Locale.UK);
  }

  @Test
  void without_a_choice_the_first_language_that_we_speak_counts() {
    Locale swiss = Locale.forLanguageTag("de-CH");
    assertThat(Language.choose(Optional.empty(), List.of(Locale.FRANCE, swiss, Locale.US)))
        .isEqualTo(swiss);
  }

  @Test
  void english_is_what_is_left() {
    assertThat(Language.choose(Optional.empty(), List.of(Locale.FRANCE))).isEqualTo(Locale.ENGLISH);
    assertThat(Language.choose(Optional.of("../x"), List.of())).isEqualTo(Locale.ENGLISH);
  }
}
