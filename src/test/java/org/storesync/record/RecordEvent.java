package org.storesync.record;

import java.time.Instant;
import java.util.Optional;
import org.storesync.kind.PrepareMode;

/** Something that happens to a record, in the words of domain sections 3 to 5. */
sealed interface RecordEvent {

  /**
   * A document as its source has it.
   *
   * @param version the newer, the higher; the same version has the same content
   * @param timed whether the source tells when it was modified
   */
  record Content(int version, boolean timed) {

    private static final Instant FIRST_CHANGE = Instant.parse("2026-11-01T00:00:00Z");

    String hash() {
      return (timed ? "timed " : "timeless ") + version;
    }

    Optional<Instant> modified() {
      return timed ? Optional.of(FIRST_CHANGE.plusSeconds(version)) : Optional.empty();
    }
  }

  /**
   * Preparing finds the document.
   *
   * @param filteredBecause why a filter or rule keeps it out; absent if none does
   */
  record Found(PrepareMode mode, Content content, Optional<String> filteredBecause)
      implements RecordEvent {}

  /** Preparing finds the document, but can't read it. */
  record Unreadable(PrepareMode mode) implements RecordEvent {}

  /** A run claims the record, if it is ready to process and nobody else holds it. */
  record Claimed() implements RecordEvent {}

  /** A forced Sync claims the record, whatever its status, and reads its document again. */
  record ForcedSync(Content content) implements RecordEvent {}

  /** The worker that holds the record is done with it. */
  record Finished(ProcessOutcome outcome) implements RecordEvent {}

  /** The worker that holds the record is gone. */
  record CutOff() implements RecordEvent {}

  /** A person orders something; a record that a worker holds is left. */
  record Ordered(RecordCommand command) implements RecordEvent {}
}
