package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void an_administrator_is_an_operator_and_a_viewer_too() {
    assertThat(Role.ADMINISTRATOR.includedNames())
        .containsExactlyInAnyOrder("viewer", "operator", "administrator");
  }

  @Test
  void an_operator_is_a_viewer_but_no_administrator() {
    assertThat(Role.OPERATOR.includedNames()).containsExactlyInAnyOrder("viewer", "operator");
    assertThat(Role.OPERATOR.includes(Role.ADMINISTRATOR)).isFalse();
  }

  @Test
  void a_viewer_is_nothing_else() {
    assertThat(Role.VIEWER.includedNames()).containsExactly("viewer");
  }

  @Test
  void the_names_in_annotations_are_those_of_the_roles() {
    assertThat(Role.VIEWER_NAME).isEqualTo(Role.VIEWER.roleName());
    assertThat(Role.OPERATOR_NAME).isEqualTo(Role.OPERATOR.roleName());
    assertThat(Role.ADMINISTRATOR_NAME).isEqualTo(Role.ADMINISTRATOR.roleName());
  }
}
