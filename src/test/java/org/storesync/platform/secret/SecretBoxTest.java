package org.storesync.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.platform.secret.SecretKeyFixture.aKey;
import static org.storesync.platform.secret.SecretKeyFixture.anotherKey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final String TEXT = "Žofie Nováková, 北京";

  private final SecretBox box = new SecretBox(aKey(), List.of());

  @Test
  void what_was_closed_opens_to_the_same_text() {
    assertThat(box.open(box.close(TEXT))).isEqualTo(TEXT);
    assertThat(box.open(box.close(""))).isEmpty();
  }

  @Test
  void what_is_closed_shows_nothing_of_the_text() {
    assertThat(new String(box.close("Nováková"), StandardCharsets.UTF_8)).doesNotContain("Nov");
  }

  @Test
  void the_same_text_is_closed_differently_each_time() {
    assertThat(box.close(TEXT)).isNotEqualTo(box.close(TEXT));
  }

  @Test
  void what_is_closed_carries_the_id_of_its_key() {
    assertThat(SecretBox.keyIdOf(box.close(TEXT))).isEqualTo(aKey().id());
  }

  @Test
  void after_a_change_of_keys_older_texts_open_and_new_ones_use_the_new_key() {
    SecretBox changed = new SecretBox(anotherKey(), List.of(aKey()));

    assertThat(changed.open(box.close(TEXT))).isEqualTo(TEXT);
    assertThat(SecretBox.keyIdOf(changed.close(TEXT))).isEqualTo(anotherKey().id());
    assertThat(changed.knows(aKey().id())).isTrue();
    assertThat(box.knows(anotherKey().id())).isFalse();
  }

  @Test
  void without_its_key_a_text_stays_closed_and_the_message_says_what_to_do() {
    SecretBox other = new SecretBox(anotherKey(), List.of());

    assertThatThrownBy(() -> other.open(box.close(TEXT)))
        .isInstanceOf(SecretKeyProblem.class)
        .hasMessageContaining(aKey().id())
        .hasMessageContaining("STORESYNC_SECRET_KEYS_EARLIER");
  }

  @Test
  void a_text_that_was_changed_anywhere_is_refused() {
    byte[] closed = box.close(TEXT);
    for (int i = 0; i < closed.length; i++) {
      byte[] changed = closed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> box.open(changed)).isInstanceOf(SecretKeyProblem.class);
    }
  }

  @Test
  void a_text_that_was_cut_is_refused() {
    assertThatThrownBy(() -> box.open(new byte[] {1, 2, 3})).isInstanceOf(SecretKeyProblem.class);
    assertThatThrownBy(() -> box.open(new byte[0])).isInstanceOf(SecretKeyProblem.class);
  }
}
