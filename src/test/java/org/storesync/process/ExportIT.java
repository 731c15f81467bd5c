package org.storesync.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.POSTER;
import static org.storesync.kind.PrepareMode.FULL;
import static org.storesync.kind.PrepareMode.INCREMENTAL;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.connector.DocumentId;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.extension.farbooks.FarBooks;
import org.storesync.extension.poster.Poster;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncRecordActions;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;

/** The way from the back office to the marketplace. */
@ArquillianTest
class ExportIT {

  private static final DocumentId ID = new DocumentId("P-1");
  private static final DocumentId AT_THE_BAZAAR = new DocumentId("at-the-bazaar-P-1");
  private static final Instant T1 = Instant.parse("2026-11-01T10:00:00Z");

  @Inject private ExtensionStores stores;
  @Inject private FarBooks books;
  @Inject private SyncRecordActions actions;

  private ExtensionStore store;

  @BeforeEach
  void a_store_with_a_poster() throws Exception {
    store = stores.withFarBooks();
    put("Buy!", T1);
    store.prepare(INCREMENTAL, POSTER);
  }

  private void put(String slogan, Instant modified) {
    books.putPoster(store.id(), new Poster(ID, Optional.of(modified), slogan));
  }

  private SyncRecordRow record() {
    assertThat(store.records(POSTER)).hasSize(1);
    return store.records(POSTER).get(0);
  }

  @Test
  void a_document_of_the_back_office_is_written_at_the_marketplace() {
    assertThat(record().localId()).isEqualTo("P-1");
    assertThat(record().externalId()).isNull();
    assertThat(record().lastOperation()).isEqualTo(SyncOperation.MODIFIED_LOCALLY);

    store.process();

    assertThat(record().status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(record().externalId()).isEqualTo(AT_THE_BAZAAR.value());
    assertThat(record().lastOperation()).isEqualTo(SyncOperation.INSERTED_EXTERNALLY);
    assertThat(store.stall().poster(AT_THE_BAZAAR)).contains("Buy!");
  }

  @Test
  void an_export_reads_the_local_document_as_it_is_now() {
    put("Buy now!", T1.plusSeconds(60));

    store.process();

    assertThat(record().status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(store.stall().poster(AT_THE_BAZAAR)).contains("Buy now!");
  }

  @Test
  void a_local_document_that_is_gone_makes_the_record_deleted() {
    books.removePoster(store.id(), ID);

    store.process();

    assertThat(record().status()).isEqualTo(SyncStatus.DELETED);
  }

  @Test
  void a_record_that_was_deleted_and_is_found_again_keeps_its_external_id() throws Exception {
    store.process();
    actions.perform(
        RecordCommand.DELETE, RecordFilter.of(List.of(record().id())), Optional.empty());

    store.prepare(FULL, POSTER);

    assertThat(record().status()).isEqualTo(SyncStatus.PREPARED);
    assertThat(record().externalId()).isEqualTo(AT_THE_BAZAAR.value());
  }
}
