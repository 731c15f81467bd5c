package org.storesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storesync.store.StoreFixture.SECRET;
import static org.storesync.store.StoreFixture.aCompleteForm;
import static org.storesync.store.StoreFixture.aFormWith;
import static org.storesync.store.StoreFixture.aStoreNamed;
import static org.storesync.store.StoreFixture.completeSettings;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.Side;

/**
 * Each test works in a transaction that is undone, since the tests of a run share the database; the
 * two that need a second transaction leave a store with a name of its own.
 */
@ArquillianTest
class StoresIT {

  private static final Locale LANGUAGE = Locale.ENGLISH;

  @Inject private Stores stores;
  @Inject private StoreDesk desk;
  @Inject private StoreChangesSeen changesSeen;
  @Resource private UserTransaction transaction;
  @PersistenceContext private EntityManager entities;

  private final String name = "Store " + UUID.randomUUID();

  @BeforeEach
  void begin() throws Exception {
    transaction.begin();
  }

  @AfterEach
  void undo() throws Exception {
    if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transaction.rollback();
    }
  }

  private void givenNoStoreIsTheDefault() {
    entities.createNativeQuery("update store set default_mark = null").executeUpdate();
  }

  private StoreDetails created(String storeName) {
    assertThat(stores.create(aStoreNamed(storeName), aCompleteForm(), LANGUAGE))
        .isInstanceOf(StoreChange.Done.class);
    return details(storeName);
  }

  private StoreDetails details(String storeName) {
    return stores.details(storeName).orElseThrow();
  }

  private List<String> namesOfDefaults() {
    return stores.all().stream().filter(StoreSummary::isDefault).map(StoreSummary::name).toList();
  }

  private static Map<String, String> problems(StoreChange change) {
    assertThat(change).isInstanceOf(StoreChange.Refused.class);
    return ((StoreChange.Refused) change).problems();
  }

  @Test
  void the_first_store_becomes_the_default_and_the_second_does_not() {
    givenNoStoreIsTheDefault();

    created(name);
    created(name + " 2");

    assertThat(namesOfDefaults()).containsExactly(name);
  }

  @Test
  void making_another_store_the_default_leaves_exactly_one() {
    givenNoStoreIsTheDefault();
    StoreDetails first = created(name);
    StoreDetails second = created(name + " 2");

    assertThat(stores.makeDefault(second.id(), LANGUAGE)).isInstanceOf(StoreChange.Done.class);
    assertThat(namesOfDefaults()).containsExactly(second.name());

    assertThat(stores.makeDefault(first.id(), LANGUAGE)).isInstanceOf(StoreChange.Done.class);
    assertThat(namesOfDefaults()).containsExactly(first.name());
  }

  @Test
  void the_default_store_can_t_be_deactivated() {
    givenNoStoreIsTheDefault();
    StoreDetails store = created(name);

    assertThat(problems(stores.deactivate(store.id(), LANGUAGE)).values())
        .singleElement()
        .asString()
        .contains(name);
    assertThat(details(name).active()).isTrue();
  }

  @Test
  void another_store_can_be_deactivated_and_activated_again() {
    givenNoStoreIsTheDefault();
    created(name + " 1");
    StoreDetails store = created(name);

    assertThat(stores.deactivate(store.id(), LANGUAGE)).isInstanceOf(StoreChange.Done.class);
    assertThat(details(name).active()).isFalse();
    assertThat(stores.activate(store.id())).isInstanceOf(StoreChange.Done.class);
    assertThat(details(name).active()).isTrue();
  }

  @Test
  void an_inactive_store_can_t_become_the_default() {
    givenNoStoreIsTheDefault();
    created(name + " 1");
    StoreDetails store = created(name);
    stores.deactivate(store.id(), LANGUAGE);

    assertThat(problems(stores.makeDefault(store.id(), LANGUAGE))).hasSize(1);
    assertThat(namesOfDefaults()).containsExactly(name + " 1");
  }

  @Test
  void the_same_name_in_another_case_is_refused() {
    created(name);

    StoreChange change =
        stores.create(aStoreNamed(name.toUpperCase(Locale.ROOT)), aCompleteForm(), LANGUAGE);

    assertThat(problems(change)).containsOnlyKeys(StoreIdentity.NAME);
    assertThat(problems(change).get(StoreIdentity.NAME)).contains(name);
  }

  @Test
  void every_wrong_entry_is_told_at_once_and_nothing_is_stored() {
    StoreForm form = new StoreForm(Map.of(), "nobody", "Mars/Base", "tomorrow");

    StoreChange change =
        stores.create(new StoreIdentity(name, "nosystem", TrialBackOffice.KEY), form, LANGUAGE);

    assertThat(problems(change))
        .containsOnlyKeys(
            StoreIdentity.MARKETPLACE_SYSTEM,
            StoreForm.ADMINISTRATOR_EMAIL,
            StoreForm.ORDER_TIME_ZONE,
            StoreForm.EARLIEST_ORDER_DATE);
    assertThat(stores.findByName(name)).isEmpty();
  }

  @Test
  void a_connector_of_the_other_side_is_refused() {
    StoreIdentity crossed = new StoreIdentity(name, TrialBackOffice.KEY, TrialMarketplace.KEY);

    assertThat(problems(stores.create(crossed, aCompleteForm(), LANGUAGE)))
        .containsOnlyKeys(StoreIdentity.MARKETPLACE_SYSTEM, StoreIdentity.BACK_OFFICE_SYSTEM);
  }

  @Test
  void a_change_made_upon_a_stale_version_is_refused_and_overwrites_nothing() throws Exception {
    StoreDetails seen = created(name);
    Map<String, String> theirs = completeSettings();
    theirs.put("clientId", "theirs");
    Map<String, String> ours = completeSettings();
    ours.put("clientId", "ours");
    stores.change(seen.id(), seen.version(), aFormWith(theirs), LANGUAGE);
    transaction.commit();
    transaction.begin();

    assertThatThrownBy(() -> stores.change(seen.id(), seen.version(), aFormWith(ours), LANGUAGE))
        .isInstanceOf(StoreChangedMeanwhile.class);
    transaction.rollback();
    transaction.begin();
    assertThat(details(name).connection(Side.MARKETPLACE).settings())
        .containsEntry("clientId", "theirs");
  }

  @Test
  void who_writes_second_at_the_same_moment_is_refused() throws Exception {
    StoreDetails seen = created(name);
    transaction.commit();
    transaction.begin();
    // In this transaction the store is as it was, whatever the other one does.
    assertThat(stores.find(seen.id()).orElseThrow().version()).isEqualTo(seen.version());
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      other.submit(() -> stores.change(seen.id(), seen.version(), aCompleteForm(), LANGUAGE)).get();
    } finally {
      other.shutdownNow();
    }

    assertThatThrownBy(() -> stores.change(seen.id(), seen.version(), aCompleteForm(), LANGUAGE))
        .isInstanceOf(StoreChangedMeanwhile.class);
  }

  @Test
  void what_was_entered_comes_back_without_the_secrets() {
    StoreDetails store = created("  " + name + " ");

    assertThat(store.name()).isEqualTo(name);
    assertThat(store.orderTimeZone()).isEqualTo("Europe/Berlin");
    assertThat(store.earliestOrderDate()).isEqualTo("2026-01-31");
    ShownConnection connection = store.connection(Side.MARKETPLACE);
    assertThat(connection.settings())
        .containsOnly(
            Map.entry("clientId", "client-1"),
            Map.entry("region", "eu"),
            Map.entry("marketplaces", "DE,FR"));
    assertThat(connection.hasSecret("clientSecret")).isTrue();
    assertThat(store.toString()).doesNotContain(SECRET);
  }

  @Test
  void a_secret_left_blank_is_still_there_for_the_connector() {
    StoreDetails store = created(name);
    Map<String, String> entered = completeSettings();
    entered.put("clientSecret", "");
    entered.put("clientId", "client-2");

    stores.change(store.id(), store.version(), aFormWith(entered), LANGUAGE);
    entities.clear();

    assertThat(stores.find(store.id()).orElseThrow().access(Side.MARKETPLACE).settings())
        .containsEntry("clientSecret", SECRET)
        .containsEntry("clientId", "client-2");
  }

  @Test
  void the_column_of_the_settings_holds_no_plain_text() {
    StoreDetails store = created(name);

    byte[] column =
        (byte[])
            entities
                .createNativeQuery("select settings from store where id = ?")
                .setParameter(1, store.id())
                .getSingleResult();

    assertThat(new String(column, StandardCharsets.ISO_8859_1))
        .doesNotContain(SECRET)
        .doesNotContain("client-1")
        .doesNotContain("clientSecret");
  }

  @Test
  void other_rooms_hear_of_what_was_made_and_changed_in_the_same_transaction() {
    StoreDetails store = created(name);
    stores.change(store.id(), store.version(), aCompleteForm(), LANGUAGE);

    assertThat(changesSeen.of(store.id()))
        .containsExactly(new StoreChanged(store.id(), true), new StoreChanged(store.id(), false));
  }

  @Test
  void who_is_not_signed_in_as_administrator_changes_nothing() {
    assertThatThrownBy(() -> desk.create(aStoreNamed(name), aCompleteForm(), LANGUAGE))
        .isInstanceOf(EJBAccessException.class);
    assertThat(stores.findByName(name)).isEmpty();
  }
}
