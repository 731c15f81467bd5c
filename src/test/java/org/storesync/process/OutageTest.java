package org.storesync.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;
import org.storesync.record.ProcessOutcome;
import org.storesync.record.SyncOperation;
import org.storesync.run.SystemOutage;
import org.storesync.run.SystemOutages;

class OutageTest {

  private static final Optional<ProcessOutcome> BUSY =
      Optional.of(new ProcessOutcome.Waiting("The books are closed."));
  private static final Optional<ProcessOutcome> WRITTEN =
      Optional.of(
          new ProcessOutcome.Synchronized(new DocumentId("1"), SyncOperation.INSERTED_LOCALLY));
  private static final Optional<ProcessOutcome> REFUSED =
      Optional.of(
          new ProcessOutcome.Failure(
              SyncOperation.FAILED_TO_SAVE_LOCALLY, "Unknown SKU.", "Rejected"));

  private final NotedOutages outages = new NotedOutages();

  @Test
  void five_documents_in_a_row_that_could_not_be_tried_are_an_outage() {
    Outage outage = Outage.ofTarget(outages, 1, Side.BACK_OFFICE);
    for (int document = 1; document < Outage.AFTER_IN_A_ROW; document++) {
      outage.note(BUSY);
    }
    assertThat(outages.noted).isEmpty();

    assertThatThrownBy(() -> outage.note(BUSY))
        .isInstanceOfSatisfying(
            ConnectorFailure.RetryLater.class,
            failure -> assertThat(failure.countsAsAttempt()).isFalse())
        .hasMessage("The books are closed.");
    assertThat(outages.noted).containsExactly("down: The books are closed.");
  }

  @Test
  void one_that_gets_on_begins_the_row_anew() {
    Outage outage = Outage.ofTarget(outages, 1, Side.BACK_OFFICE);

    for (int document = 0; document < 3 * Outage.AFTER_IN_A_ROW; document++) {
      outage.note(document % 2 == 0 ? BUSY : REFUSED);
    }

    assertThat(outages.noted).containsExactly("up");
  }

  @Test
  void of_a_system_that_is_down_the_first_failure_says_that_it_still_is() {
    outages.known = true;
    Outage outage = Outage.ofTarget(outages, 1, Side.BACK_OFFICE);

    assertThatThrownBy(() -> outage.note(BUSY)).isInstanceOf(ConnectorFailure.RetryLater.class);
  }

  @Test
  void the_first_document_that_is_written_ends_the_outage_and_the_next_ones_say_nothing() {
    Outage outage = Outage.ofTarget(outages, 1, Side.BACK_OFFICE);

    outage.note(WRITTEN);
    outage.note(WRITTEN);

    assertThat(outages.noted).containsExactly("up");
  }

  @Test
  void a_stored_document_says_nothing_about_the_system_that_it_came_from() {
    Outage outage = Outage.ofSource(outages, 1, Side.MARKETPLACE);

    outage.note(Optional.empty());

    assertThat(outages.noted).isEmpty();
  }

  private static final class NotedOutages extends SystemOutages {
    private final List<String> noted = new ArrayList<>();
    private boolean known;

    @Override
    public Optional<SystemOutage> find(long storeId, Side side) {
      return known
          ? Optional.of(new SystemOutage(Instant.EPOCH, 1, Instant.EPOCH, "The books are closed."))
          : Optional.empty();
    }

    @Override
    public SystemOutage noteFailure(long storeId, Side side, String reason) {
      noted.add("down: " + reason);
      return new SystemOutage(Instant.EPOCH, 1, Instant.EPOCH, reason);
    }

    @Override
    public void noteSuccess(long storeId, Side side) {
      noted.add("up");
    }
  }
}
