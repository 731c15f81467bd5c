package org.storesync.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Side;
import org.storesync.record.ClaimedRecord;
import org.storesync.record.FinishedRecord;
import org.storesync.record.ProcessOutcome;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncStatus;

/** What a failure means for its record and for its run (domain sections 5 and 6). */
class OutcomesTest {

  private static final Instant BEGUN = Instant.parse("2026-11-24T12:00:00Z");
  private static final ClaimedRecord RECORD =
      new ClaimedRecord(
          7,
          1,
          Optional.empty(),
          Optional.empty(),
          SyncStatus.PREPARED,
          Optional.empty(),
          1,
          Optional.empty());

  @Test
  void what_was_refused_is_a_failed_attempt_on_the_side_that_was_written_to() {
    ConnectorFailure refused = new ConnectorFailure.Rejected("Unknown SKU.");

    assertThat(Outcomes.of(refused, Side.BACK_OFFICE))
        .isEqualTo(
            new ProcessOutcome.Failure(
                SyncOperation.FAILED_TO_SAVE_LOCALLY, "Unknown SKU.", "Rejected"));
    assertThat(Outcomes.of(refused, Side.MARKETPLACE).operation())
        .isEqualTo(SyncOperation.FAILED_TO_SAVE_EXTERNALLY);
  }

  @Test
  void what_was_not_tried_waits_and_what_was_tried_counts() {
    assertThat(Outcomes.of(busy(false), Side.BACK_OFFICE))
        .isEqualTo(new ProcessOutcome.Waiting("It is busy."));
    assertThat(Outcomes.of(busy(true), Side.BACK_OFFICE))
        .isEqualTo(
            new ProcessOutcome.Failure(
                SyncOperation.FAILED_TO_SAVE_LOCALLY, "It is busy.", "RetryLater"));
  }

  private static ConnectorFailure busy(boolean countsAsAttempt) {
    return new ConnectorFailure.RetryLater("It is busy.", Duration.ZERO, countsAsAttempt, null);
  }

  static List<ConnectorFailure> failuresOfTheRun() {
    return List.of(
        new ConnectorFailure.SignInLost("Amazon no longer accepts the sign-in."),
        new ConnectorFailure.QuotaUsedUp("The quota is used up.", Duration.ofMinutes(1)),
        new ConnectorFailure.Misconfigured("There is no region."));
  }

  @ParameterizedTest
  @MethodSource("failuresOfTheRun")
  void what_no_record_can_help_ends_the_run(ConnectorFailure failure) {
    assertThatThrownBy(() -> Outcomes.of(failure, Side.BACK_OFFICE)).isSameAs(failure);
  }

  @Test
  void each_outcome_is_kept_with_the_time_since_its_chunk_was_claimed() {
    Clock later = Clock.fixed(BEGUN.plusSeconds(3), ZoneOffset.UTC);
    Outcomes outcomes =
        new Outcomes(new Chunk(null, null, "claim", false, List.of(RECORD), BEGUN), later);
    assertThat(outcomes.last()).isEmpty();
    ProcessOutcome first = new ProcessOutcome.Gone("It is gone.");
    ProcessOutcome second = new ProcessOutcome.Waiting("It waits for order 1.");

    outcomes.add(RECORD, first);
    outcomes.add(RECORD, second);

    assertThat(outcomes.last()).contains(second);
    assertThat(outcomes.all())
        .containsExactly(
            new FinishedRecord(RECORD, first, BEGUN, Duration.ofSeconds(3)),
            new FinishedRecord(RECORD, second, BEGUN, Duration.ofSeconds(3)));
  }
}
