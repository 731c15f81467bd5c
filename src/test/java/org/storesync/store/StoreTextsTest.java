package org.storesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.storesync.platform.text.RoomTexts;

class StoreTextsTest {

  @Test
  void the_number_of_problems_is_told_in_both_languages() {
    RoomTexts texts = RoomTexts.of(Stores.class);

    assertThat(Set.of(1, 2, 12))
        .allSatisfy(
            count -> {
              assertThat(texts.text(Locale.ENGLISH, "problems", count)).contains("saved");
              assertThat(texts.text(Locale.GERMAN, "problems", count)).contains("gespeichert");
            });
    assertThat(texts.text(Locale.ENGLISH, "problems", 12)).contains("12 entries");
  }
}
