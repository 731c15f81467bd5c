package org.storesync.run;

/** Event: a run was queued; it may start as soon as the transaction is committed. */
public record RunQueued(long runId) {}
