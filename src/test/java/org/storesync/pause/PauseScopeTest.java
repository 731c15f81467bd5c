package org.storesync.pause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.storesync.kind.Direction;

class PauseScopeTest {

  private static final long STORE = 1;
  private static final long OTHER_STORE = 2;
  private static final long ENTITY = 10;
  private static final long OTHER_ENTITY = 11;

  @Test
  void everything_covers_every_entity_and_every_store() {
    PauseScope scope = PauseScope.everything();

    assertThat(scope.coversEntity(STORE, ENTITY, Direction.IMPORT)).isTrue();
    assertThat(scope.coversStore(OTHER_STORE)).isTrue();
  }

  @Test
  void a_paused_store_covers_its_entities_and_no_others() {
    PauseScope scope = PauseScope.store(STORE);

    assertThat(scope.coversEntity(STORE, ENTITY, Direction.EXPORT)).isTrue();
    assertThat(scope.coversStore(STORE)).isTrue();
    assertThat(scope.coversEntity(OTHER_STORE, 20, Direction.EXPORT)).isFalse();
    assertThat(scope.coversStore(OTHER_STORE)).isFalse();
  }

  @Test
  void a_paused_entity_leaves_the_rest_of_its_store_at_work() {
    PauseScope scope = PauseScope.entity(STORE, ENTITY);

    assertThat(scope.coversEntity(STORE, ENTITY, Direction.IMPORT)).isTrue();
    assertThat(scope.coversEntity(STORE, OTHER_ENTITY, Direction.IMPORT)).isFalse();
    assertThat(scope.coversStore(STORE)).isFalse();
  }

  @Test
  void a_paused_direction_leaves_the_other_at_work() {
    PauseScope scope = PauseScope.direction(Direction.EXPORT);

    assertThat(scope.coversEntity(STORE, ENTITY, Direction.EXPORT)).isTrue();
    assertThat(scope.coversEntity(STORE, ENTITY, Direction.IMPORT)).isFalse();
    assertThat(scope.coversStore(STORE)).isFalse();
  }
}
