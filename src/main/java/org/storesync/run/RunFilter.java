package org.storesync.run;

import java.io.Serializable;

/**
 * Which runs are meant; what is null lets all pass.
 *
 * @param before only runs with a smaller number
 */
public record RunFilter(
    RunKind kind,
    RunState state,
    Boolean active,
    Long storeId,
    Long storeEntityId,
    Long groupId,
    Long before)
    implements Serializable {

  public static RunFilter all() {
    return new RunFilter(null, null, null, null, null, null, null);
  }

  /** Those that are queued or at work. */
  public static RunFilter atWork() {
    return new RunFilter(null, null, true, null, null, null, null);
  }

  public RunFilter withStore(Long id) {
    return new RunFilter(kind, state, active, id, storeEntityId, groupId, before);
  }

  public RunFilter withKind(RunKind wanted) {
    return new RunFilter(wanted, state, active, storeId, storeEntityId, groupId, before);
  }

  public RunFilter withState(RunState wanted) {
    return new RunFilter(kind, wanted, active, storeId, storeEntityId, groupId, before);
  }

  public RunFilter withStoreEntity(Long id) {
    return new RunFilter(kind, state, active, storeId, id, groupId, before);
  }

  public RunFilter withGroup(Long group) {
    return new RunFilter(kind, state, active, storeId, storeEntityId, group, before);
  }

  /** Only older ones: reading on where the last page ended. */
  public RunFilter withBefore(Long runId) {
    return new RunFilter(kind, state, active, storeId, storeEntityId, groupId, runId);
  }
}
