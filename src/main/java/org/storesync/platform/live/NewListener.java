package org.storesync.platform.live;

/** One more page of this node listens: what it wants to hear must be watched. */
public record NewListener() {}
