package org.storesync.record;

/** What a program enters about an entity of a store. What is null was left out. */
public record StoreEntityEntry(Boolean active, Integer maxFailedAttempts) {}
