package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.access.UserRefusal.Reason;

class PasswordRulesTest {

  @Test
  void a_long_password_that_nobody_guesses_is_accepted() {
    assertThat(PasswordRules.problem("mara", "seven green kettles")).isEmpty();
    assertThat(PasswordRules.problem("mara", "grün-blau-gelb")).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"Xk9#pQ2!vL7", "😀😀😀😀😀😀😀😀😀😀😀"})
  void fewer_than_twelve_characters_are_refused(String password) {
    assertThat(PasswordRules.problem("mara", password)).contains(Reason.PASSWORD_TOO_SHORT);
  }

  @Test
  void more_than_two_hundred_characters_are_refused() {
    assertThat(PasswordRules.problem("mara", "abcdefgh".repeat(25))).isEmpty();
    assertThat(PasswordRules.problem("mara", "abcdefgh".repeat(25) + "i"))
        .contains(Reason.PASSWORD_TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PassWord1234",
        "123456789012",
        "qwertyuiop123",
        "aaaaaaaaaaaa",
        "121212121212",
        "correcthorsebatterystaple"
      })
  void what_everybody_tries_first_is_refused(String password) {
    assertThat(PasswordRules.problem("mara", password)).contains(Reason.PASSWORD_COMMON);
  }

  @Test
  void the_user_name_is_no_password() {
    assertThat(PasswordRules.problem("mara.lindqvist", "Mara.Lindqvist"))
        .contains(Reason.PASSWORD_COMMON);
  }

  @Test
  void a_check_refuses_with_the_reason() {
    assertThatThrownBy(() -> PasswordRules.check("mara", "short"))
        .isInstanceOfSatisfying(
            UserRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.PASSWORD_TOO_SHORT));
  }

  @RepeatedTest(20)
  void a_generated_password_is_accepted() {
    assertThat(PasswordRules.problem("admin", FirstAdministrator.generate())).isEmpty();
  }
}
