package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntity;

/** What a person does to records, one transaction a call. Records that a run holds are left. */
@Stateless
public class SyncRecordDeeds {

  private static final int NAMED_IN_AUDIT = 8;

  @PersistenceContext private EntityManager entities;
  @Inject private RecordClaims claims;
  @Inject private EntityKinds kinds;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Numbers of matching records after this one, in their order. */
  @SuppressWarnings("unchecked")
  public List<Long> idsAfter(RecordFilter filter, long recordId, int atMost) {
    RecordConditions conditions = new RecordConditions(filter).after(recordId);
    List<Number> ids =
        conditions
            .bind(
                entities.createNativeQuery(
                    "select r.id" + conditions.sql() + " order by r.id limit " + atMost))
            .getResultList();
    return ids.stream().map(Number::longValue).toList();
  }

  /** Performs a command on these records. */
  public CommandResult perform(RecordCommand command, List<Long> ids) {
    Map<SyncRecord, Optional<CommandResult.Reason>> outcomes = performEach(command, ids);
    List<CommandResult.Refusal> refusals = new ArrayList<>();
    outcomes.forEach(
        (record, reason) -> reason.ifPresent(refused -> refusals.add(refusal(record, refused))));
    return new CommandResult(
        outcomes.size() - refusals.size(),
        refusals.size(),
        refusals.subList(0, Math.min(refusals.size(), CommandResult.MAX_SHOWN)));
  }

  /**
   * Performs a command for a run, which writes down the whole of it when it ends. Records that
   * changed since it was ordered are left: the person saw others.
   *
   * @param ordered when the set was fixed
   * @return how many records it changed
   */
  public int perform(RecordCommand command, List<Long> ids, Instant ordered) {
    List<SyncRecord> locked = lock(ids);
    Set<Long> inWork = inWork(ids);
    List<SyncRecord> meant =
        locked.stream()
            .filter(record -> !record.changedAt().isAfter(ordered))
            .filter(record -> refusal(command, record, inWork).isEmpty())
            .toList();
    meant.forEach(record -> perform(command, record));
    return meant.size();
  }

  /**
   * Performs a command on these records.
   *
   * @return of each record that is there why it was left as it is; absent if it was not
   */
  public Map<Long, Optional<CommandResult.Reason>> outcomes(RecordCommand command, List<Long> ids) {
    Map<Long, Optional<CommandResult.Reason>> outcomes = new HashMap<>();
    performEach(command, ids).forEach((record, reason) -> outcomes.put(record.id(), reason));
    return outcomes;
  }

  private Map<SyncRecord, Optional<CommandResult.Reason>> performEach(
      RecordCommand command, List<Long> ids) {
    List<SyncRecord> locked = lock(ids);
    // Only now: what a run claims while the locks are waited for is in work too.
    Set<Long> inWork = inWork(ids);
    Map<SyncRecord, Optional<CommandResult.Reason>> outcomes = new LinkedHashMap<>();
    List<String> done = new ArrayList<>();
    for (SyncRecord record : locked) {
      Optional<CommandResult.Reason> reason = refusal(command, record, inWork);
      if (reason.isEmpty()) {
        done.add(nameOf(record));
        perform(command, record);
      }
      outcomes.put(record, reason);
    }
    if (command == RecordCommand.DELETE) {
      claims.forgetExpired(ids);
    }
    writeDown(command, done);
    return outcomes;
  }

  private static CommandResult.Refusal refusal(SyncRecord record, CommandResult.Reason reason) {
    return new CommandResult.Refusal(
        record.id(), record.externalId().map(DocumentId::value).orElse(null), reason);
  }

  private void writeDown(RecordCommand command, List<String> done) {
    if (done.isEmpty()) {
      return;
    }
    String first = done.stream().limit(NAMED_IN_AUDIT).collect(Collectors.joining(", "));
    audit.record(
        auditAction(command),
        AuditSubject.of(
            AuditSubject.Kind.RECORD, done.size() > NAMED_IN_AUDIT ? first + ", …" : first),
        AuditChanges.none().given("records", done.size()));
  }

  /** A command as the audit trail names it. */
  public static AuditAction auditAction(RecordCommand command) {
    return switch (command) {
      case SKIP -> AuditAction.RECORDS_SKIPPED;
      case SET_AS_PROCESSED -> AuditAction.RECORDS_SET_AS_PROCESSED;
      case SET_AS_PREPARED -> AuditAction.RECORDS_SET_AS_PREPARED;
      case DELETE -> AuditAction.RECORDS_DELETED;
    };
  }

  private static String nameOf(SyncRecord record) {
    return record.externalId().or(record::localId).map(DocumentId::value).orElse("")
        + " ("
        + record.id()
        + ")";
  }

  private static Optional<CommandResult.Reason> refusal(
      RecordCommand command, SyncRecord record, Set<Long> inWork) {
    if (inWork.contains(record.id())) {
      return Optional.of(CommandResult.Reason.IN_WORK);
    }
    return command == RecordCommand.SET_AS_PROCESSED && !record.hasBothIds()
        ? Optional.of(CommandResult.Reason.ID_MISSING)
        : Optional.empty();
  }

  private void perform(RecordCommand command, SyncRecord record) {
    Instant now = clock.instant();
    switch (command) {
      case SKIP -> record.skip(now);
      case SET_AS_PROCESSED -> record.setAsProcessed(now);
      case SET_AS_PREPARED -> record.setAsPrepared(now);
      case DELETE -> delete(record);
    }
  }

  /** The row goes; the pair is kept, so that nothing is imported twice. */
  private void delete(SyncRecord record) {
    if (record.hasBothIds()) {
      keep(record);
    }
    SyncPayload payload = entities.find(SyncPayload.class, record.id());
    if (payload != null) {
      entities.remove(payload);
      entities.flush();
    }
    entities.remove(record);
  }

  private void keep(SyncRecord record) {
    DocumentId externalId = record.externalId().orElseThrow();
    KeptPair.Key key = new KeptPair.Key(record.storeEntityId(), externalId.value());
    KeptPair there = entities.find(KeptPair.class, key);
    if (there == null) {
      entities.persist(
          new KeptPair(record.storeEntityId(), externalId, record.localId().orElseThrow()));
    } else {
      there.replace(record.localId().orElseThrow());
    }
  }

  /**
   * Links two existing documents by hand with a new record, which is Processed.
   *
   * @return the number of the record
   */
  public long addPair(StoreEntity entity, DocumentId externalId, DocumentId localId)
      throws LinkRefused {
    refuseIfTaken(entity, externalId, localId, 0);
    Instant now = clock.instant();
    SyncRecord record = new SyncRecord(entity.id(), Side.MARKETPLACE, externalId, now);
    record.link(externalId, localId, kind(entity).uniqueLocalId(), now);
    record.setAsProcessed(now);
    entities.persist(record);
    audit.record(
        AuditAction.RECORD_LINKED,
        subject(record),
        AuditChanges.none()
            .given("externalId", externalId.value())
            .given("localId", localId.value()));
    return record.id();
  }

  /** Links a record to other documents. Another external id drops the payload. */
  public void changePair(long recordId, DocumentId externalId, DocumentId localId)
      throws LinkRefused {
    SyncRecord record =
        lock(List.of(recordId)).stream()
            .findFirst()
            .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.GONE, 0));
    if (inWork(List.of(recordId)).contains(recordId)) {
      throw new LinkRefused(LinkRefused.Reason.IN_WORK, 0);
    }
    StoreEntity entity = entities.find(StoreEntity.class, record.storeEntityId());
    refuseIfTaken(entity, externalId, localId, recordId);
    boolean otherDocument = !record.externalId().equals(Optional.of(externalId));
    audit.recordIfChanged(
        AuditAction.RECORD_CHANGED,
        subject(record),
        AuditChanges.none()
            .field("externalId", record.externalId().map(DocumentId::value), externalId.value())
            .field("localId", record.localId().map(DocumentId::value), localId.value()));
    record.link(externalId, localId, kind(entity).uniqueLocalId(), clock.instant());
    if (otherDocument) {
      Optional.ofNullable(entities.find(SyncPayload.class, recordId)).ifPresent(entities::remove);
    }
  }

  private static AuditSubject subject(SyncRecord record) {
    return AuditSubject.of(AuditSubject.Kind.RECORD, record.id(), nameOf(record));
  }

  private void refuseIfTaken(
      StoreEntity entity, DocumentId externalId, DocumentId localId, long exceptRecord)
      throws LinkRefused {
    Optional<Long> external = other(entity, "r.externalId", externalId, exceptRecord);
    if (external.isPresent()) {
      throw new LinkRefused(LinkRefused.Reason.EXTERNAL_TAKEN, external.get());
    }
    Optional<Long> local =
        kind(entity).uniqueLocalId()
            ? other(entity, "r.localId", localId, exceptRecord)
            : Optional.empty();
    if (local.isPresent()) {
      throw new LinkRefused(LinkRefused.Reason.LOCAL_TAKEN, local.get());
    }
  }

  private Optional<Long> other(
      StoreEntity entity, String column, DocumentId id, long exceptRecord) {
    return entities
        .createQuery(
            "select r.id from SyncRecord r where r.storeEntityId = :entity and r.id <> :except and "
                + column
                + " = :id",
            Long.class)
        .setParameter("entity", entity.id())
        .setParameter("except", exceptRecord)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst();
  }

  private EntityKind<?> kind(StoreEntity entity) {
    return kinds.find(entity.kind()).orElseThrow();
  }

  /**
   * Entity by entity, as preparing locks them too, so that the two never wait for each other. The
   * order of one query over several entities is not enough: H2 locks rows as it comes across them.
   */
  private List<SyncRecord> lock(List<Long> ids) {
    return entityIds(ids).stream().flatMap(entity -> lock(entity, ids).stream()).toList();
  }

  private List<Long> entityIds(List<Long> ids) {
    return entities
        .createQuery(
            "select distinct r.storeEntityId from SyncRecord r where r.id in :ids"
                + " order by r.storeEntityId",
            Long.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private List<SyncRecord> lock(long storeEntityId, List<Long> ids) {
    return entities
        .createQuery(
            "select r from SyncRecord r where r.storeEntityId = :entity and r.id in :ids"
                + " order by r.id",
            SyncRecord.class)
        .setParameter("entity", storeEntityId)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private Set<Long> inWork(List<Long> ids) {
    return new HashSet<>(claims.held(ids));
  }
}
