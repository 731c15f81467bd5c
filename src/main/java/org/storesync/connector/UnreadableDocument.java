package org.storesync.connector;

/**
 * A document that the source has but that can't be understood.
 *
 * @param id its id in the source
 * @param reason what is wrong with it, in a sentence for people, without personal data
 */
public record UnreadableDocument(DocumentId id, String reason) {}
