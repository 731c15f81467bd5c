package org.storesync.run;

import org.storesync.connector.Side;

/** A system of a store that is down. */
public record DownSystem(long storeId, Side side, SystemOutage outage) {}
