package org.storesync.run;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditTrail;
import org.storesync.kind.StoreEntities;

/**
 * Queues prepare runs so that at most one of an entity works: asking for what is at work already
 * answers that run, asking for anything else waits behind it.
 */
@Stateless
public class PrepareRuns {

  @Inject private Runs runs;
  @Inject private StoreEntities storeEntities;
  @Inject private RunSubjects subjects;
  @Inject private AuditTrail audit;

  /**
   * @param together lists of new runs that share one read
   * @return the numbers of the runs that do what was asked
   */
  public List<Long> queue(List<List<Run>> together) {
    storeEntities.lock(
        together.stream()
            .flatMap(List::stream)
            .map(run -> run.storeEntityId().orElseThrow())
            .toList());
    List<Run> asked = together.stream().flatMap(List::stream).toList();
    List<List<Run>> fresh = new ArrayList<>();
    List<Run> answers = new ArrayList<>(asked);
    for (List<Run> shared : together) {
      List<Run> mine = new ArrayList<>();
      for (Run run : shared) {
        Optional<Run> same = same(run);
        same.ifPresentOrElse(there -> answers.set(asked.indexOf(run), there), () -> mine.add(run));
      }
      if (!mine.isEmpty()) {
        fresh.add(mine);
      }
    }
    if (!fresh.isEmpty()) {
      runs.queue(fresh);
      fresh.forEach(shared -> shared.forEach(this::writeDown));
    }
    return answers.stream().map(Run::id).toList();
  }

  private void writeDown(Run run) {
    audit.recordFor(
        run.starter().actor(audit.caller()),
        AuditAction.PREPARATION_STARTED,
        subjects.of(run),
        AuditChanges.none()
            .given("mode", run.mode())
            .given("from", run.range().from())
            .given("to", run.range().to())
            .given("thenProcess", run.thenProcess()));
  }

  private Optional<Run> same(Run run) {
    Optional<Run> there = runs.findSame(run.storeEntityId().orElseThrow(), run.mode(), run.range());
    if (run.thenProcess()) {
      there.ifPresent(Run::processAfterwards);
    }
    if (!run.starter().unattended()) {
      there.ifPresent(this::awaited);
    }
    return there;
  }

  /** With those that share its read: the calls are of all of them. */
  private void awaited(Run run) {
    runs.sharing(run.leaderId()).forEach(Run::awaited);
  }
}
