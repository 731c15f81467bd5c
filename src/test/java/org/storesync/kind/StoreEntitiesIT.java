package org.storesync.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.extension.ExtensionStore.DIGITAL;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.ExtensionStore.REDEMPTION;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.platform.database.DatabaseVendor;

@ArquillianTest
class StoreEntitiesIT {

  @Inject private ExtensionStores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private UserTransaction transaction;
  @Inject private DatabaseVendor vendor;
  @Resource private ManagedExecutorService executor;

  private ExtensionStore store;

  @BeforeEach
  void a_store() {
    store = stores.withLedger();
  }

  @Test
  void the_kinds_that_both_systems_carry_appear_in_sync_order() {
    assertThat(storeEntities.of(store.id()))
        .extracting(StoreEntityRow::kind)
        .containsExactly(PAPER, DIGITAL, REDEMPTION);
  }

  @Test
  void nodes_that_start_together_let_each_kind_appear_once() throws Exception {
    store.sql("delete from store_entity where store_id = " + store.id());
    transaction.begin();
    storeEntities.appear(store.id());
    Future<?> otherNode = executor.submit(() -> storeEntities.appear(store.id()));
    store.awaitNumber(blockedSessions(), 1);
    transaction.commit();
    otherNode.get(30, TimeUnit.SECONDS);

    assertThat(storeEntities.of(store.id()))
        .extracting(StoreEntityRow::kind)
        .containsExactly(PAPER, DIGITAL, REDEMPTION);
    assertThat(storeEntities.of(store.id()))
        .allSatisfy(
            entity -> {
              assertThat(entity.active()).isFalse();
              assertThat(entity.maxFailedAttempts()).isEqualTo(5);
              assertThat(entity.baseline()).isNull();
            });
  }

  /** Counts those who wait for somebody else's transaction to let the same kind appear. */
  private String blockedSessions() {
    return switch (vendor) {
      case H2 ->
          "select count(*) from information_schema.sessions"
              + " where executing_statement like 'insert into store_entity%'";
      case POSTGRESQL ->
          "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
              + " and query like 'insert into store_entity%'";
    };
  }

  @Test
  void activating_an_entity_activates_those_it_needs() {
    store.switchOff(PAPER);
    store.switchOff(DIGITAL);
    store.switchOff(REDEMPTION);
    StoreEntityRow redemption = store.entity(REDEMPTION);

    storeEntities.change(redemption.id(), true, 7, redemption.version());

    assertThat(storeEntities.of(store.id())).allMatch(StoreEntityRow::active);
    assertThat(store.entity(REDEMPTION).maxFailedAttempts()).isEqualTo(7);
    assertThat(store.entity(PAPER).maxFailedAttempts()).isEqualTo(3);
  }

  @Test
  void a_change_upon_what_somebody_else_has_changed_meanwhile_is_refused() {
    StoreEntityRow seen = store.entity(PAPER);
    storeEntities.change(seen.id(), true, 9, seen.version());

    assertThatThrownBy(() -> storeEntities.change(seen.id(), false, 1, seen.version()))
        .isInstanceOf(StoreEntityChangedMeanwhile.class);
    assertThat(store.entity(PAPER).active()).isTrue();
    assertThat(store.entity(PAPER).maxFailedAttempts()).isEqualTo(9);
  }
}
