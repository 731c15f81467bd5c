package org.storesync.pause;

/** Event, fired in the transaction of the change: a pause began or was ended by somebody. */
public record PausesChanged() {}
