package org.storesync.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class RoomTextsTest {

  private final RoomTexts texts = RoomTexts.of(RoomTextsTest.class);

  @Test
  void a_text_speaks_the_language_that_is_asked_for_and_writes_its_numbers() {
    assertThat(texts.text(Locale.ENGLISH, "waiting", 1234)).isEqualTo("1,234 records are waiting.");
    assertThat(texts.text(Locale.GERMANY, "waiting", 1234)).isEqualTo("1.234 Sätze warten.");
  }

  @Test
  void a_language_that_we_do_not_speak_gets_english_and_not_the_servers_language() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(texts.text(Locale.FRENCH, "waiting", 1)).isEqualTo("One record is waiting.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_text_that_is_only_english_is_shown_in_english() {
    assertThat(texts.text(Locale.GERMAN, "onlyEnglish")).isEqualTo("Only here");
  }

  @Test
  void what_is_recorded_is_english() {
    assertThat(texts.recorded("waiting", 0)).isEqualTo("Nothing is waiting.");
  }

  @Test
  void a_room_is_found_by_its_path() {
    assertThat(RoomTexts.ofRoom("kind/salesorder").text(Locale.ENGLISH, "caption"))
        .isEqualTo("Sales Order");
  }

  @Test
  void a_missing_text_is_a_defect_and_never_shown_as_its_key() {
    assertThatThrownBy(() -> texts.text(Locale.ENGLISH, "noSuchText"))
        .isInstanceOf(MissingResourceException.class);
  }
}
