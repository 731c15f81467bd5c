package org.storesync.history;

import java.util.Optional;

/**
 * Two documents that a person has linked.
 *
 * @param recordId the new record
 * @param runId the run that processes it, if they needed to be synchronized
 */
public record HandMadePair(long recordId, Optional<Long> runId) {}
