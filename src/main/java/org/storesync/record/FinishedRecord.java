package org.storesync.record;

import java.time.Duration;
import java.time.Instant;

/** What came of a claimed record. */
public record FinishedRecord(
    ClaimedRecord record, ProcessOutcome outcome, Instant startedAt, Duration duration) {}
