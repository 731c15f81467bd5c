package org.storesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.store.StoreFixture.SECRET;
import static org.storesync.store.StoreFixture.aCompleteForm;
import static org.storesync.store.StoreFixture.aFormWith;
import static org.storesync.store.StoreFixture.aStoreNamed;
import static org.storesync.store.StoreFixture.completeSettings;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditReader;
import org.storesync.audit.AuditRow;
import org.storesync.audit.FieldChange;
import org.storesync.connector.Side;

/** Each test works in a transaction that is undone, and the trail with it. */
@ArquillianTest
class StoreAuditIT {

  private static final Locale LANGUAGE = Locale.ENGLISH;

  @Inject private Stores stores;
  @Inject private AuditReader reader;
  @Resource private UserTransaction transaction;

  private final String name = "Store " + UUID.randomUUID();
  private StoreDetails store;

  @BeforeEach
  void a_store() throws Exception {
    transaction.begin();
    stores.create(aStoreNamed(name), aCompleteForm(), LANGUAGE);
    store = stores.details(name).orElseThrow();
  }

  @AfterEach
  void undo() throws Exception {
    transaction.rollback();
  }

  @Test
  void a_new_store_is_written_down_without_its_secrets() {
    assertThat(newest().action()).isEqualTo(AuditAction.STORE_CREATED);
    assertThat(newest().changes())
        .contains(
            new FieldChange("clientId", null, "client-1", false),
            new FieldChange("clientSecret", null, null, true));
    assertThat(newest().toString()).doesNotContain(SECRET);
  }

  @Test
  void a_changed_store_shows_what_each_field_was_and_is() {
    Map<String, String> settings = completeSettings();
    settings.put("marketplaces", "DE");
    settings.put("clientSecret", SECRET + "-2");
    change(aFormWith(settings));

    assertThat(newest().action()).isEqualTo(AuditAction.STORE_CHANGED);
    assertThat(newest().changes())
        .containsExactlyInAnyOrder(
            new FieldChange("marketplaces", "DE,FR", "DE", false),
            new FieldChange("clientSecret", null, null, true));
    assertThat(newest().toString()).doesNotContain(SECRET);
  }

  @Test
  void the_address_of_a_person_is_not_kept() {
    change(
        new StoreForm(
            Map.of(Side.MARKETPLACE, completeSettings()),
            "ada@example.com",
            "Europe/Berlin",
            "2026-01-31"));

    assertThat(newest().changes())
        .containsExactly(new FieldChange("administratorEmail", null, null, true));
  }

  @Test
  void saving_a_store_as_it_is_leaves_no_line() {
    change(aCompleteForm());

    assertThat(reader.about(name)).hasSize(1);
  }

  @Test
  void a_refused_change_leaves_no_line() {
    change(aFormWith(Map.of("region", "nowhere")));

    assertThat(reader.about(name)).hasSize(1);
  }

  private void change(StoreForm form) {
    stores.change(store.id(), store.version(), form, LANGUAGE);
  }

  private AuditRow newest() {
    return reader.about(name).get(0);
  }
}
