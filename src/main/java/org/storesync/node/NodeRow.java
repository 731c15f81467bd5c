package org.storesync.node;

import java.io.Serializable;
import java.time.Instant;

/** A node as the page shows it. */
public record NodeRow(
    String name, String version, Instant startedAt, Instant seenAt, NodeState state)
    implements Serializable {}
