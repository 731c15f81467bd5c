package org.storesync.run;

import java.io.Serializable;

/**
 * A run that a node works on now.
 *
 * @param entityKind the kind of its entity; null for all entities of the store
 */
public record RunAtWork(String node, long runId, RunKind kind, String storeName, String entityKind)
    implements Serializable {}
