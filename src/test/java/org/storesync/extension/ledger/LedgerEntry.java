package org.storesync.extension.ledger;

/**
 * A document as it stands in the ledger.
 *
 * @param subject simple name of the class of the document
 * @param key what it is recognised by: its id in the marketplace
 * @param writes how often it was written
 */
public record LedgerEntry(String id, String subject, String key, String content, int writes) {}
