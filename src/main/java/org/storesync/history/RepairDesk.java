package org.storesync.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreDocuments;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.platform.json.DocumentJson;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.LinkRefused;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordDeeds;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.run.RunDesk;

/**
 * Where an operator links documents by hand, and looks into both of a pair. Both documents must
 * exist, so their systems are asked, outside of any transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("operator")
public class RepairDesk {

  private static final RoomTexts TEXTS = RoomTexts.of(RepairDesk.class);

  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private StoreDocuments documents;
  @Inject private SyncRecordDeeds deeds;
  @Inject private SyncRecordList list;
  @Inject private RunDesk runDesk;
  @Inject private DocumentJson json;

  /**
   * Links two existing documents with a new record, which is Processed; or, if they need to be
   * synchronized, is Prepared and processed at once.
   *
   * @param language of the refusal
   * @return the record, and the run that processes it
   */
  public HandMadePair add(
      long storeEntityId, String externalId, String localId, boolean needToSync, Locale language)
      throws PairRefused {
    StoreEntity entity = storeEntities.find(storeEntityId).orElseThrow();
    DocumentId external = existing(entity, Side.MARKETPLACE, externalId, language);
    DocumentId local = existing(entity, Side.BACK_OFFICE, localId, language);
    long record;
    try {
      record = deeds.addPair(entity, external, local);
    } catch (LinkRefused refused) {
      throw inWords(refused, external, local, language);
    }
    return new HandMadePair(
        record, needToSync ? Optional.of(process(entity, record)) : Optional.empty());
  }

  private long process(StoreEntity entity, long record) {
    deeds.perform(RecordCommand.SET_AS_PREPARED, List.of(record));
    return runDesk.process(
        entity.storeId(),
        Optional.of(entity.id()),
        RecordFilter.of(List.of(record)),
        Optional.empty(),
        true);
  }

  /**
   * Links a record to other documents; what is the same as before is not asked for again.
   *
   * @param language of the refusal
   */
  public void change(SyncRecordRow record, String externalId, String localId, Locale language)
      throws PairRefused {
    StoreEntity entity = storeEntities.find(record.storeEntityId()).orElseThrow();
    DocumentId external =
        externalId.strip().equals(record.externalId())
            ? new DocumentId(record.externalId())
            : existing(entity, Side.MARKETPLACE, externalId, language);
    DocumentId local =
        localId.strip().equals(record.localId())
            ? new DocumentId(record.localId())
            : existing(entity, Side.BACK_OFFICE, localId, language);
    try {
      deeds.changePair(record.id(), external, local);
    } catch (LinkRefused refused) {
      throw inWords(refused, external, local, language);
    }
  }

  private DocumentId existing(StoreEntity entity, Side side, String typed, Locale language)
      throws PairRefused {
    String value = typed == null ? "" : typed.strip();
    if (value.isEmpty()) {
      throw new PairRefused(TEXTS.text(language, "pair.missing." + side));
    }
    if (value.length() > DocumentId.MAX_LENGTH) {
      throw new PairRefused(TEXTS.text(language, "pair.tooLong." + side, DocumentId.MAX_LENGTH));
    }
    DocumentId id = new DocumentId(value);
    String caption = kinds.find(entity.kind()).orElseThrow().caption(language);
    try {
      return documents
          .read(entity.storeId(), entity.kind(), side, id)
          .map(found -> id)
          .orElseThrow(
              () -> new PairRefused(TEXTS.text(language, "pair.unknown." + side, caption, value)));
    } catch (ConnectorFailure failure) {
      throw new PairRefused(
          TEXTS.text(language, "pair.unchecked." + side, caption, value, failure.getMessage()),
          failure);
    }
  }

  private PairRefused inWords(
      LinkRefused refused, DocumentId external, DocumentId local, Locale language) {
    String key = "pair.refused." + refused.reason();
    String other =
        list.find(refused.otherRecord()).map(record -> nameOf(record, language)).orElse("");
    return switch (refused.reason()) {
      case EXTERNAL_TAKEN ->
          new PairRefused(TEXTS.text(language, key, external.value(), other), refused);
      case LOCAL_TAKEN -> new PairRefused(TEXTS.text(language, key, local.value(), other), refused);
      case IN_WORK, GONE -> new PairRefused(TEXTS.text(language, key), refused);
    };
  }

  private static String nameOf(SyncRecordRow record, Locale language) {
    return TEXTS.text(
        language,
        "pair.record",
        record.id(),
        orDash(record.externalId()),
        orDash(record.localId()));
  }

  private static String orDash(String id) {
    return id == null ? "–" : id;
  }

  /**
   * Both documents as their systems have them now. Holds personal data.
   *
   * @throws ConnectorFailure if a system could not answer
   */
  public DocumentComparison compare(SyncRecordRow record) {
    return DocumentComparison.of(
        read(record, Side.MARKETPLACE, record.externalId()),
        read(record, Side.BACK_OFFICE, record.localId()));
  }

  private Optional<String> read(SyncRecordRow record, Side side, String id) {
    return Optional.ofNullable(id)
        .map(DocumentId::new)
        .flatMap(known -> documents.read(record.storeId(), record.kind(), side, known))
        .map(this::written);
  }

  private String written(Document document) {
    return json.write(document);
  }
}
