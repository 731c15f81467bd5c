package org.storesync.process;

import org.storesync.connector.Document;
import org.storesync.record.ClaimedRecord;

/** A claimed record with the document that is to be written for it. */
public record ReadyRecord<D extends Document>(ClaimedRecord record, D document) {}
