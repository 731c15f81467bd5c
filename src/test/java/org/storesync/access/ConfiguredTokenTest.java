package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredTokenTest {

  private static ConfiguredToken token(String setting) {
    ConfiguredToken token = new ConfiguredToken();
    token.setting = Optional.ofNullable(setting);
    return token;
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "fifteen-letters", "   fifteen-letters   "})
  void a_token_that_could_be_guessed_keeps_the_server_from_starting(String weak) {
    assertThatThrownBy(() -> token(weak).check())
        .hasMessageContaining("STORESYNC_API_TOKEN has fewer than 16 characters")
        .hasMessageNotContaining(weak.strip() + " ");
  }

  @Test
  void a_demo_server_starts_with_a_weak_one_all_the_same() {
    ConfiguredToken weak = token("fifteen-letters");
    weak.demo = true;

    assertThatCode(() -> weak.check()).doesNotThrowAnyException();
    assertThat(weak.is("fifteen-letters")).isTrue();
  }

  @Test
  void without_one_nobody_gets_in_by_an_empty_secret() {
    for (String none : new String[] {null, "", "  "}) {
      assertThatCode(() -> token(none).check()).doesNotThrowAnyException();
      assertThat(token(none).is("")).isFalse();
    }
  }

  @Test
  void one_that_is_long_enough_lets_in_whoever_shows_it_and_nobody_else() {
    ConfiguredToken token = token(" sixteen-letters! ");

    assertThatCode(() -> token.check()).doesNotThrowAnyException();
    assertThat(token.is("sixteen-letters!")).isTrue();
    assertThat(token.is("Sixteen-letters!")).isFalse();
    assertThat(token.is("sixteen-letters")).isFalse();
  }
}
