package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.kind.PrepareMode;
import org.storesync.record.RecordEvent.Content;
import org.storesync.record.RecordEvent.Finished;
import org.storesync.record.RecordEvent.ForcedSync;
import org.storesync.record.RecordEvent.Found;
import org.storesync.record.RecordEvent.Ordered;
import org.storesync.record.RecordEvent.Unreadable;
import org.storesync.record.RecordHistory.Look;
import org.storesync.record.RecordHistory.Step;

/**
 * What holds of a record whatever happens to it, in any order (domain sections 4 and 5). Each cell
 * of the tables by itself is in {@link RecordCells}.
 */
class SyncRecordHistoriesTest {

  private static final int LONGEST = 40;
  private static final int GREATEST_MAXIMUM = 4;

  /** A life of a pair of documents, with what the entity allows. */
  record Life(Side source, int maxFailedAttempts, List<RecordEvent> events) {
    List<Step> steps() {
      return RecordHistory.of(source, maxFailedAttempts, events);
    }
  }

  @Provide
  Arbitrary<Life> lives() {
    return Combinators.combine(
            Arbitraries.of(Side.class),
            Arbitraries.integers().between(1, GREATEST_MAXIMUM),
            events().list().ofMinSize(1).ofMaxSize(LONGEST))
        .as(Life::new);
  }

  private static Arbitrary<RecordEvent> events() {
    Arbitrary<PrepareMode> modes = Arbitraries.of(PrepareMode.class);
    Arbitrary<Content> contents =
        Combinators.combine(
                Arbitraries.integers().between(1, 5),
                Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
            .as(Content::new);
    Arbitrary<Optional<String>> filters =
        Arbitraries.frequency(
            Tuple.of(4, Optional.empty()),
            Tuple.of(1, Optional.of("Pending at Amazon.")),
            Tuple.of(1, Optional.of("Cancelled before import.")));
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(modes, contents, filters).as(Found::new)),
        Tuple.of(1, modes.map(Unreadable::new)),
        Tuple.of(6, Arbitraries.just(new RecordEvent.Claimed())),
        Tuple.of(1, contents.map(ForcedSync::new)),
        Tuple.of(6, outcomes().map(Finished::new)),
        Tuple.of(1, Arbitraries.just(new RecordEvent.CutOff())),
        Tuple.of(1, Arbitraries.of(RecordCommand.class).map(Ordered::new)));
  }

  private static Arbitrary<ProcessOutcome> outcomes() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            3,
            Arbitraries.of("written", "adopted")
                .map(
                    id ->
                        new ProcessOutcome.Synchronized(
                            new DocumentId(id), SyncOperation.UPDATED_LOCALLY))),
        Tuple.of(
            5,
            Arbitraries.just(
                new ProcessOutcome.Failure(
                    SyncOperation.FAILED_TO_SAVE_LOCALLY, "Unknown SKU.", "Rejected"))),
        Tuple.of(1, Arbitraries.just(new ProcessOutcome.Waiting("It waits for its order."))),
        Tuple.of(1, Arbitraries.just(new ProcessOutcome.Gone("It is gone."))),
        Tuple.of(1, Arbitraries.just(new ProcessOutcome.FilteredOut("A rule keeps it out."))));
  }

  // --- attempts ---

  @Property
  void attempts_never_exceed_the_maximum_and_those_that_reach_it_by_a_failure_end_aborted(
      @ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      Look after = step.after();
      assertThat(after.attempts()).as("%s", step).isBetween(0, life.maxFailedAttempts());
      if (after.status() == SyncStatus.ABORTED) {
        assertThat(after.attempts()).as("%s", step).isEqualTo(life.maxFailedAttempts());
      }
      if (after.status() == SyncStatus.FAILED) {
        assertThat(after.attempts()).as("%s", step).isLessThan(life.maxFailedAttempts());
      }
    }
  }

  @Property
  void what_is_prepared_or_processed_has_not_failed(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      if (step.after().status() == SyncStatus.PREPARED
          || step.after().status() == SyncStatus.PROCESSED) {
        assertThat(step.after().attempts()).as("%s", step).isZero();
      }
    }
  }

  @Property
  void only_a_failure_counts_as_an_attempt_and_it_counts_once(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      int more = step.after().attempts() - step.before().attempts();
      boolean failure =
          step.event() instanceof Finished finished
              && finished.outcome() instanceof ProcessOutcome.Failure;
      assertThat(more).as("%s", step).isLessThanOrEqualTo(failure ? 1 : 0);
    }
  }

  @Property
  void only_what_failed_has_a_next_attempt_and_it_lies_ahead(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      assertThat(step.after().nextAttemptAt().isPresent())
          .as("%s", step)
          .isEqualTo(step.after().status() == SyncStatus.FAILED);
      if (step.event() instanceof Finished) {
        step.after()
            .nextAttemptAt()
            .ifPresent(next -> assertThat(next).as("%s", step).isAfter(step.at()));
      }
    }
  }

  // --- content ---

  @Property
  void older_content_never_replaces_newer(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      if (step.event() instanceof Found found && isOlder(found.content(), step.before())) {
        assertThat(step.after().hash()).as("%s", step).isEqualTo(step.before().hash());
        assertThat(step.after().modifiedAtSource())
            .as("%s", step)
            .isEqualTo(step.before().modifiedAtSource());
      }
    }
  }

  @Property
  void other_content_has_a_higher_version_and_the_same_content_the_same(
      @ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      if (step.before().there() && step.after().there()) {
        int versions = step.after().contentVersion() - step.before().contentVersion();
        assertThat(versions)
            .as("%s", step)
            .isEqualTo(step.after().hash().equals(step.before().hash()) ? 0 : 1);
      }
    }
  }

  @Property
  void a_record_that_is_processed_while_newer_content_comes_ends_prepared(
      @ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      if (step.event() instanceof Finished
          && step.before().contentVersion() != step.heldVersion().orElseThrow()) {
        assertThat(step.after().status()).as("%s", step).isEqualTo(SyncStatus.PREPARED);
      }
    }
  }

  // --- ids ---

  @Property
  void an_id_that_was_once_known_is_never_lost(@ForAll("lives") Life life) {
    boolean bothWereKnown = false;
    for (Step step : life.steps()) {
      Look before = step.before();
      Look after = step.after();
      bothWereKnown |= before.externalId().isPresent() && before.localId().isPresent();
      if (!after.there()) {
        continue;
      }
      if (bothWereKnown) {
        assertThat(after.externalId()).as("%s", step).isPresent();
        assertThat(after.localId()).as("%s", step).isPresent();
      }
      if (before.there() && !(step.event() instanceof Finished)) {
        assertThat(after.externalId()).as("%s", step).isEqualTo(before.externalId());
        assertThat(after.localId()).as("%s", step).isEqualTo(before.localId());
      }
    }
  }

  @Property
  void what_is_processed_knows_both_documents(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      if (step.after().status() == SyncStatus.PROCESSED) {
        assertThat(step.after().externalId()).as("%s", step).isPresent();
        assertThat(step.after().localId()).as("%s", step).isPresent();
      }
    }
  }

  // --- statuses ---

  @Property
  void a_skipped_record_stays_as_it_is_whatever_preparing_finds(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      boolean preparing = step.event() instanceof Found || step.event() instanceof Unreadable;
      if (preparing && step.before().status() == SyncStatus.SKIPPED) {
        assertThat(step.after()).as("%s", step).isEqualTo(step.before());
      }
    }
  }

  @Property
  void incremental_leaves_alone_what_is_processed_and_did_not_change(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      if (step.event() instanceof Found found
          && found.mode() == PrepareMode.INCREMENTAL
          && step.before().status() == SyncStatus.PROCESSED
          && !isChanged(found.content(), step.before())) {
        assertThat(step.after()).as("%s", step).isEqualTo(step.before());
      }
    }
  }

  @Property
  void incremental_by_date_leaves_alone_what_is_processed(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      boolean byDate =
          step.event() instanceof Found found && found.mode() == PrepareMode.INCREMENTAL_BY_DATE
              || step.event() instanceof Unreadable unreadable
                  && unreadable.mode() == PrepareMode.INCREMENTAL_BY_DATE;
      if (byDate && step.before().status() == SyncStatus.PROCESSED) {
        assertThat(step.after()).as("%s", step).isEqualTo(step.before());
      }
    }
  }

  @Property
  void every_status_that_is_reached_is_one_that_the_tables_allow(@ForAll("lives") Life life) {
    for (Step step : life.steps()) {
      if (step.after().there() && step.after().status() != step.before().status()) {
        assertThat(step.after().status()).as("%s", step).isIn(reachable(step));
      }
    }
  }

  /** The statuses that an event may lead to from another status: the last column of the tables. */
  private static Set<SyncStatus> reachable(Step step) {
    RecordEvent event = step.event();
    if (event instanceof Found found) {
      return found.filteredBecause().isPresent() && !isOlder(found.content(), step.before())
          ? EnumSet.of(SyncStatus.FILTERED)
          : EnumSet.of(SyncStatus.PREPARED);
    }
    if (event instanceof Unreadable) {
      return EnumSet.of(SyncStatus.INVALID);
    }
    if (event instanceof Ordered ordered) {
      return switch (ordered.command()) {
        case SKIP -> EnumSet.of(SyncStatus.SKIPPED);
        case SET_AS_PREPARED -> EnumSet.of(SyncStatus.PREPARED);
        case SET_AS_PROCESSED -> EnumSet.of(SyncStatus.PROCESSED);
        case DELETE -> EnumSet.noneOf(SyncStatus.class);
      };
    }
    if (event instanceof Finished finished) {
      return step.before().contentVersion() == step.heldVersion().orElseThrow()
          ? reachableBy(finished.outcome())
          : EnumSet.of(SyncStatus.PREPARED);
    }
    return EnumSet.noneOf(SyncStatus.class);
  }

  private static Set<SyncStatus> reachableBy(ProcessOutcome outcome) {
    if (outcome instanceof ProcessOutcome.Synchronized) {
      return EnumSet.of(SyncStatus.PROCESSED);
    }
    if (outcome instanceof ProcessOutcome.Failure) {
      return EnumSet.of(SyncStatus.FAILED, SyncStatus.ABORTED);
    }
    if (outcome instanceof ProcessOutcome.Waiting) {
      return EnumSet.of(SyncStatus.FAILED);
    }
    return EnumSet.of(
        outcome instanceof ProcessOutcome.Gone ? SyncStatus.DELETED : SyncStatus.FILTERED);
  }

  // --- what changed and older mean (domain section 4) ---

  private static boolean isChanged(Content content, Look known) {
    return content.modified().isPresent() && known.modifiedAtSource().isPresent()
        ? content.modified().get().isAfter(known.modifiedAtSource().get())
        : !known.hash().equals(Optional.of(content.hash()));
  }

  private static boolean isOlder(Content content, Look known) {
    return content.modified().isPresent()
        && known.modifiedAtSource().filter(content.modified().get()::isBefore).isPresent();
  }
}
