package org.storesync.platform.config;

/** Event: the server was told to stop, and everything still works: the moment to hand over. */
public record ServerStops() {}
