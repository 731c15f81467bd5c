package org.storesync.record;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which records are meant. Every condition that is not given (null, empty) lets all pass; those
 * given must all hold.
 *
 * @param storeId of this store
 * @param storeEntityId of this entity of a store
 * @param kind of this kind, in whatever store
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
 * @param upTo with this number or a smaller one: what was there at an instant
 * @param downTo with this number or a greater one
 * @param newest description and message are looked at in so many records only: the newest of those
 *     that all else lets pass
 */
public record RecordFilter(
    Long storeId,
    Long storeEntityId,
    String kind,
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
    List<Long> ids,
    Long upTo,
    Long downTo,
    Integer newest)
    implements Serializable {

  public RecordFilter {
    statuses = statuses == null || statuses.isEmpty() ? Set.of() : EnumSet.copyOf(statuses);
    ids = ids == null ? null : List.copyOf(ids);
  }

  /** All records. */
  public static RecordFilter all() {
    return new Draft().filter();
  }

  /** Exactly these records. */
  public static RecordFilter of(List<Long> ids) {
    return all().withIds(ids);
  }

  public RecordFilter withStore(Long id) {
    return changed(draft -> draft.storeId = id);
  }

  public RecordFilter withStoreEntity(Long id) {
    return changed(draft -> draft.storeEntityId = id);
  }

  public RecordFilter withKind(String code) {
    return changed(draft -> draft.kind = code);
  }

  public RecordFilter withStatuses(Set<SyncStatus> some) {
    return changed(draft -> draft.statuses = some);
  }

  /** Of those that are meant, the ones in these statuses. */
  public RecordFilter withinStatuses(Set<SyncStatus> allowed) {
    Set<SyncStatus> both = EnumSet.copyOf(statuses.isEmpty() ? allowed : statuses);
    both.retainAll(allowed);
    return both.isEmpty() ? withIds(List.of()) : withStatuses(both);
  }

  public RecordFilter withActive(Boolean wanted) {
    return changed(draft -> draft.active = wanted);
  }

  /** Of those that are meant, the ones of active entities of active stores. */
  public RecordFilter onlyActive() {
    return Boolean.FALSE.equals(active) ? withIds(List.of()) : withActive(true);
  }

  public RecordFilter withAnyId(String beginning) {
    return changed(draft -> draft.anyId = beginning);
  }

  public RecordFilter withTexts(
      String externalIdBeginning, String localIdBeginning, String inDescription, String inMessage) {
    return changed(
        draft -> {
          draft.externalId = externalIdBeginning;
          draft.localId = localIdBeginning;
          draft.description = inDescription;
          draft.message = inMessage;
        });
  }

  public RecordFilter withAttempted(Instant from, Instant to) {
    return changed(
        draft -> {
          draft.attemptedFrom = from;
          draft.attemptedTo = to;
        });
  }

  public RecordFilter withNotAttemptedSince(Instant instant) {
    return changed(draft -> draft.notAttemptedSince = instant);
  }

  public RecordFilter withRun(Long run) {
    return changed(draft -> draft.runId = run);
  }

  public RecordFilter withIds(List<Long> some) {
    return changed(draft -> draft.ids = some);
  }

  public RecordFilter withUpTo(Long id) {
    return changed(draft -> draft.upTo = id);
  }

  public RecordFilter withDownTo(Long id) {
    return changed(draft -> draft.downTo = id);
  }

  public RecordFilter withNewest(Integer count) {
    return changed(draft -> draft.newest = count);
  }

  /** Whether something is looked for that the record itself says, besides its status. */
  boolean searches() {
    return Stream.of(anyId, externalId, localId, description, message)
            .anyMatch(text -> text != null && !text.isBlank())
        || Stream.of(attemptedFrom, attemptedTo, runId, ids).anyMatch(Objects::nonNull);
  }

  /** Whether description or message are looked into, as far as that is bounded. */
  boolean looksIntoTexts() {
    return newest != null;
  }

  /** Whether nothing but entities and statuses tells which records are meant. */
  boolean tellsByStatusOnly() {
    return !searches()
        && Stream.of(notAttemptedSince, upTo, downTo, newest).allMatch(Objects::isNull);
  }

  /** Whether this entity of a store is meant. */
  boolean means(RecordEntity entity) {
    return (storeId == null || storeId == entity.storeId())
        && (storeEntityId == null || storeEntityId == entity.id())
        && (kind == null || kind.equals(entity.kind()))
        && (active == null || active == entity.active());
  }

  private RecordFilter changed(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.storeId = storeId;
    draft.storeEntityId = storeEntityId;
    draft.kind = kind;
    draft.statuses = statuses;
    draft.active = active;
    draft.anyId = anyId;
    draft.externalId = externalId;
    draft.localId = localId;
    draft.description = description;
    draft.message = message;
    draft.attemptedFrom = attemptedFrom;
    draft.attemptedTo = attemptedTo;
    draft.notAttemptedSince = notAttemptedSince;
    draft.runId = runId;
    draft.ids = ids;
    draft.upTo = upTo;
    draft.downTo = downTo;
    draft.newest = newest;
    change.accept(draft);
    return draft.filter();
  }

  /** A filter while it is being put together. */
  private static final class Draft {
    private Long storeId;
    private Long storeEntityId;
    private String kind;
    private Set<SyncStatus> statuses;
    private Boolean active;
    private String anyId;
    private String externalId;
    private String localId;
    private String description;
    private String message;
    private Instant attemptedFrom;
    private Instant attemptedTo;
    private Instant notAttemptedSince;
    private Long runId;
    private List<Long> ids;
    private Long upTo;
    private Long downTo;
    private Integer newest;

    RecordFilter filter() {
      return new RecordFilter(
          storeId,
          storeEntityId,
          kind,
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
          ids,
          upTo,
          downTo,
          newest);
    }
  }
}
