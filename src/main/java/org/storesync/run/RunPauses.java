package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storesync.kind.EntityKind;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.pause.PauseRow;
import org.storesync.pause.PauseWords;
import org.storesync.pause.Pauses;

/** What pauses mean for runs: those that are covered wait, with the pause as the reason. */
@Stateless
public class RunPauses {

  @Inject private Pauses pauses;
  @Inject private PauseWords words;
  @Inject private Runs runs;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private Clock clock;

  /**
   * Whether this run and all that share its read are to wait now. If only some of them are, those
   * end, so that the others can go on: their baselines stay, and the next preparation reads what
   * they would have.
   */
  public boolean holds(long leaderId) {
    List<PauseRow> inForce = pauses.inForce();
    if (inForce.isEmpty()) {
      return false;
    }
    List<Run> sharing = runs.lockSharing(leaderId);
    List<Run> held = new ArrayList<>();
    for (Run run : sharing) {
      Optional<PauseRow> pause = covering(inForce, run);
      if (pause.isPresent()) {
        run.rest(words.recorded(pause.get()), clock.instant());
        held.add(run);
      }
    }
    if (held.isEmpty() || held.size() == sharing.size()) {
      return !held.isEmpty();
    }
    held.forEach(run -> runs.requestStop(run.id()));
    return false;
  }

  /** Whether records of this entity are to stay in the queue now, whoever processes them. */
  public boolean holdEntity(long storeEntityId) {
    List<PauseRow> inForce = pauses.inForce();
    return !inForce.isEmpty()
        && storeEntities
            .find(storeEntityId)
            .flatMap(entity -> coveringEntity(inForce, entity))
            .isPresent();
  }

  private Optional<PauseRow> covering(List<PauseRow> inForce, Run run) {
    if (run.kind() == RunKind.COMMAND) {
      // What a person orders on records sends nothing and costs no calls.
      return Optional.empty();
    }
    return run.storeEntityId().isPresent()
        ? run.storeEntityId()
            .flatMap(storeEntities::find)
            .flatMap(entity -> coveringEntity(inForce, entity))
        : inForce.stream().filter(pause -> pause.scope().coversStore(run.storeId())).findFirst();
  }

  private Optional<PauseRow> coveringEntity(List<PauseRow> inForce, StoreEntity entity) {
    return kinds
        .find(entity.kind())
        .map(EntityKind::direction)
        .flatMap(
            direction ->
                inForce.stream()
                    .filter(
                        pause ->
                            pause.scope().coversEntity(entity.storeId(), entity.id(), direction))
                    .findFirst());
  }
}
