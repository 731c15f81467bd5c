package org.storesync.store;

import java.io.Serializable;

/**
 * A store as lists and selections show it.
 *
 * @param isDefault preset wherever a store is chosen; true for exactly one store
 */
public record StoreSummary(long id, String name, boolean active, boolean isDefault)
    implements Serializable {}
