package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storesync.connector.DocumentId;
import org.storesync.connector.SaveEffect;
import org.storesync.connector.Side;
import org.storesync.kind.DocumentSummary;

/** What a record knows of its two documents, one on each side. */
class SyncRecordSidesTest {

  private static final Instant FOUND = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-24T13:00:00Z");
  private static final DocumentId EXTERNAL = new DocumentId("E-1");
  private static final DocumentId LOCAL = new DocumentId("L-1");

  @ParameterizedTest
  @CsvSource({
    "INSERTED, BACK_OFFICE, INSERTED_LOCALLY",
    "INSERTED, MARKETPLACE, INSERTED_EXTERNALLY",
    "UPDATED, BACK_OFFICE, UPDATED_LOCALLY",
    "UPDATED, MARKETPLACE, UPDATED_EXTERNALLY",
    "DELETED, BACK_OFFICE, DELETED_LOCALLY",
    "DELETED, MARKETPLACE, DELETED_EXTERNALLY",
    "NOT_NEEDED, BACK_OFFICE, SYNC_NOT_NEEDED"
  })
  void an_operation_says_what_was_done_and_where(
      SaveEffect effect, Side target, SyncOperation operation) {
    assertThat(SyncOperation.saved(effect, target)).isEqualTo(operation);
  }

  @Test
  void each_side_has_its_id() {
    SyncRecord imported = new SyncRecord(1, Side.MARKETPLACE, EXTERNAL, FOUND);
    SyncRecord exported = new SyncRecord(1, Side.BACK_OFFICE, LOCAL, FOUND);

    assertThat(imported.idOn(Side.MARKETPLACE)).contains(EXTERNAL);
    assertThat(imported.idOn(Side.BACK_OFFICE)).isEmpty();
    assertThat(exported.idOn(Side.BACK_OFFICE)).contains(LOCAL);
    assertThat(exported.idOn(Side.MARKETPLACE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_local_id_is_kept_from_others_only_where_it_is_unique(boolean unique) {
    SyncRecord record = new SyncRecord(1, Side.MARKETPLACE, EXTERNAL, FOUND);
    record.finished(
        new ProcessOutcome.Synchronized(LOCAL, SyncOperation.INSERTED_LOCALLY),
        record.contentVersion(),
        Side.BACK_OFFICE,
        unique,
        5,
        LATER);

    assertThat(value(record, "local_id")).isEqualTo(LOCAL.value());
    assertThat(value(record, "unique_local_id")).isEqualTo(unique ? LOCAL.value() : null);
  }

  @Test
  void a_local_document_was_made_when_it_was_inserted_and_not_when_it_was_updated() {
    SyncRecord record = new SyncRecord(1, Side.MARKETPLACE, EXTERNAL, FOUND);
    for (SyncOperation operation :
        new SyncOperation[] {SyncOperation.UPDATED_LOCALLY, SyncOperation.INSERTED_LOCALLY}) {
      record.finished(
          new ProcessOutcome.Synchronized(LOCAL, operation),
          record.contentVersion(),
          Side.BACK_OFFICE,
          true,
          5,
          LATER);

      assertThat(value(record, "local_modified")).isEqualTo(LATER);
      assertThat(value(record, "local_created"))
          .isEqualTo(operation == SyncOperation.INSERTED_LOCALLY ? LATER : null);
    }
  }

  @Test
  void a_document_that_is_read_again_brings_its_content_and_what_lists_show_of_it() {
    SyncRecord record = new SyncRecord(1, Side.MARKETPLACE, EXTERNAL, FOUND);
    int version = record.contentVersion();

    record.refresh(
        new FoundDocument(
            EXTERNAL,
            Optional.of(LATER),
            "{}",
            "hash",
            new DocumentSummary(
                "2 units", Optional.of(FOUND), Optional.of(LATER), Optional.empty())),
        Side.MARKETPLACE,
        LATER);

    assertThat(record.contentHash()).contains("hash");
    assertThat(record.contentVersion()).isEqualTo(version + 1);
    assertThat(value(record, "description")).isEqualTo("2 units");
    assertThat(value(record, "external_modified")).isEqualTo(LATER);
    assertThat(value(record, "external_created")).isEqualTo(FOUND);
    assertThat(value(record, "due_by")).isEqualTo(LATER);
    assertThat(value(record, "changed_at")).isEqualTo(LATER);
  }

  @ParameterizedTest
  @CsvSource({"E-1, false", "E-2, true"})
  void another_external_id_that_a_person_links_makes_the_payload_worthless(
      String externalId, boolean worthless) {
    SyncRecord record = new SyncRecord(1, Side.MARKETPLACE, EXTERNAL, FOUND);
    a_document_is_known(record);
    int version = record.contentVersion();

    record.link(new DocumentId(externalId), LOCAL, true, LATER);

    assertThat(record.externalId()).contains(new DocumentId(externalId));
    assertThat(record.localId()).contains(LOCAL);
    assertThat(record.contentHash().isEmpty()).isEqualTo(worthless);
    assertThat(record.contentVersion()).isEqualTo(worthless ? version + 1 : version);
    assertThat(value(record, "external_modified") == null).isEqualTo(worthless);
    assertThat(value(record, "unique_local_id")).isEqualTo(LOCAL.value());
  }

  private static void a_document_is_known(SyncRecord record) {
    record.refresh(
        new FoundDocument(
            EXTERNAL,
            Optional.of(FOUND),
            "{}",
            "hash",
            new DocumentSummary("", Optional.empty(), Optional.empty(), Optional.empty())),
        Side.MARKETPLACE,
        FOUND);
  }

  private static Object value(SyncRecord record, String column) {
    for (int place = 0; place < SyncRecord.COLUMNS.size(); place++) {
      if (SyncRecord.COLUMNS.get(place).name().equals(column)) {
        return record.row()[place];
      }
    }
    throw new IllegalArgumentException(column);
  }
}
