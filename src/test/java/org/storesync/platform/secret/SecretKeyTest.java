package org.storesync.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.platform.secret.SecretKeyFixture.aKey;
import static org.storesync.platform.secret.SecretKeyFixture.anotherKey;

import org.junit.jupiter.api.Test;

class SecretKeyTest {

  @Test
  void a_key_is_read_as_openssl_prints_it() {
    assertThat(SecretKey.parse(aKey().base64() + "\n").id()).isEqualTo(aKey().id());
  }

  @Test
  void keys_are_told_apart_by_eight_hexadecimal_digits_that_tell_nothing_of_the_key() {
    assertThat(aKey().id()).matches("[0-9a-f]{8}").isNotEqualTo(anotherKey().id());
    assertThat(aKey()).asString().isEqualTo("SecretKey[" + aKey().id() + "]");
  }

  @Test
  void a_key_of_another_length_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> SecretKey.parse("c2hvcnQ="))
        .isInstanceOf(SecretKeyProblem.class)
        .hasMessageContaining("has 5 bytes and needs 32")
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void a_key_that_is_not_base64_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> SecretKey.parse("my secret!"))
        .isInstanceOf(SecretKeyProblem.class)
        .hasMessageContaining("is not Base64")
        .hasMessageNotContaining("my secret");
  }
}
