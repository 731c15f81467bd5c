package org.storesync.kind;

/**
 * Two documents that mean the same, by their ids.
 *
 * @param kind code of the kind
 * @param externalId null if there is none yet
 * @param localId null if there is none yet
 */
public record DocumentPair(long storeId, String kind, String externalId, String localId) {}
