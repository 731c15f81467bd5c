package org.storesync.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Connectors;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.EntitySource;
import org.storesync.connector.Side;
import org.storesync.kind.Direction;
import org.storesync.kind.EntityKind;
import org.storesync.platform.json.DocumentJson;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.ClaimedRecord;
import org.storesync.record.ProcessOutcome;
import org.storesync.record.SyncRecords;
import org.storesync.store.Store;

/**
 * Gets the document of a record: an import takes the stored payload and asks the source only when
 * forced or where there is no payload; an export always reads the back office as it is now (domain
 * section 6).
 */
@ApplicationScoped
class DocumentReader {

  private static final RoomTexts TEXTS = RoomTexts.of(DocumentReader.class);

  @Inject private Connectors connectors;
  @Inject private SyncRecords records;
  @Inject private DocumentJson json;

  /** The record with its document; absent if it is gone, which is recorded as its outcome. */
  <D extends Document> Optional<ReadyRecord<D>> read(
      Chunk chunk, Store store, EntityKind<D> kind, ClaimedRecord record, Outcomes outcomes) {
    boolean stored =
        !chunk.forced() && kind.direction() == Direction.IMPORT && record.document().isPresent();
    if (stored) {
      return Optional.of(
          new ReadyRecord<>(record, json.read(record.document().get(), kind.documentClass())));
    }
    Optional<ReadyRecord<D>> read = readAgain(chunk, store, kind, record);
    if (read.isEmpty()) {
      outcomes.add(
          record,
          new ProcessOutcome.Gone(TEXTS.recorded("gone", sourceId(kind, record), store.name())));
    }
    return read;
  }

  private <D extends Document> Optional<ReadyRecord<D>> readAgain(
      Chunk chunk, Store store, EntityKind<D> kind, ClaimedRecord record) {
    Side side = kind.direction().source();
    EntitySource<D> source =
        connectors
            .source(store.system(side), kind.documentClass())
            .orElseThrow(
                () ->
                    new ConnectorFailure.Misconfigured(
                        TEXTS.recorded("noSource", store.name(), store.system(side))));
    return source
        .read(chunk.access(store, side), sourceId(kind, record))
        .map(document -> new ReadyRecord<>(records.refresh(record, kind, document), document));
  }

  private static DocumentId sourceId(EntityKind<?> kind, ClaimedRecord record) {
    return record.idOn(kind.direction().source()).orElseThrow();
  }
}
