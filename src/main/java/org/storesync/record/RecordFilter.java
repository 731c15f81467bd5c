package org.storesync.record;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which records are meant. Every condition that is not given (null, empty) lets all pass; those
 * given must all hold.
 *
 * @param storeId of this store
 * @param storeEntityId of this entity of a store
 * @param statuses in one of these
 * @param active true: only of active entities of active stores; false: only of the others
 * @param anyId external or local id begins with this
 * @param externalId external id begins with this
 * @param localId local id begins with this
 * @param description contains this, whatever the case
 * @param message the last message contains this, whatever the case
 * @param attemptedFrom last attempted at or after
 * @param attemptedTo last attempted before
 * @param notAttemptedSince never attempted, or last attempted before this: what a pass has left
 * @param runId attempted by this run
 * @param ids these records
 */
public record RecordFilter(
    Long storeId,
    Long storeEntityId,
    Set<SyncStatus> statuses,
    Boolean active,
    String anyId,
    String externalId,
    String localId,
    String description,
    String message,
    Instant attemptedFrom,
    Instant attemptedTo,
    Instant notAttemptedSince,
    Long runId,
    List<Long> ids)
    implements Serializable {

  public RecordFilter {
    statuses = statuses == null || statuses.isEmpty() ? Set.of() : EnumSet.copyOf(statuses);
    ids = ids == null ? null : List.copyOf(ids);
  }

  /** All records. */
  public static RecordFilter all() {
    return new RecordFilter(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** Exactly these records. */
  public static RecordFilter of(List<Long> ids) {
    return all().withIds(ids);
  }

  public RecordFilter withStore(Long id) {
    return new RecordFilter(
        id,
        storeEntityId,
        statuses,
        active,
        anyId,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        runId,
        ids);
  }

  public RecordFilter withStoreEntity(Long id) {
    return new RecordFilter(
        storeId,
        id,
        statuses,
        active,
        anyId,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        runId,
        ids);
  }

  public RecordFilter withStatuses(Set<SyncStatus> some) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        some,
        active,
        anyId,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        runId,
        ids);
  }

  public RecordFilter withActive(Boolean wanted) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        statuses,
        wanted,
        anyId,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        runId,
        ids);
  }

  public RecordFilter withAnyId(String beginning) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        statuses,
        active,
        beginning,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        runId,
        ids);
  }

  public RecordFilter withTexts(
      String externalIdBeginning, String localIdBeginning, String inDescription, String inMessage) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        statuses,
        active,
        anyId,
        externalIdBeginning,
        localIdBeginning,
        inDescription,
        inMessage,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        runId,
        ids);
  }

  public RecordFilter withAttempted(Instant from, Instant to) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        statuses,
        active,
        anyId,
        externalId,
        localId,
        description,
        message,
        from,
        to,
        notAttemptedSince,
        runId,
        ids);
  }

  public RecordFilter withNotAttemptedSince(Instant instant) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        statuses,
        active,
        anyId,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        instant,
        runId,
        ids);
  }

  public RecordFilter withRun(Long run) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        statuses,
        active,
        anyId,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        run,
        ids);
  }

  public RecordFilter withIds(List<Long> some) {
    return new RecordFilter(
        storeId,
        storeEntityId,
        statuses,
        active,
        anyId,
        externalId,
        localId,
        description,
        message,
        attemptedFrom,
        attemptedTo,
        notAttemptedSince,
        runId,
        some);
  }
}
