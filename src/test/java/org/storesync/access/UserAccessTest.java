package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAccessTest {

  private static final UserAccess THEN = new UserAccess(7, "mara", Role.OPERATOR, true, 3);

  @Test
  void a_session_goes_on_while_nothing_changed_or_only_the_role() {
    assertThat(THEN.continues(THEN)).isTrue();
    assertThat(new UserAccess(7, "mara", Role.VIEWER, true, 3).continues(THEN)).isTrue();
  }

  @Test
  void a_session_of_a_deactivated_user_ends() {
    assertThat(new UserAccess(7, "mara", Role.OPERATOR, false, 3).continues(THEN)).isFalse();
  }

  @Test
  void a_session_of_an_earlier_password_ends() {
    assertThat(new UserAccess(7, "mara", Role.OPERATOR, true, 4).continues(THEN)).isFalse();
  }
}
