package org.storesync.connector;

/**
 * A target that lives in our own database: its writes and the outcomes of the records commit
 * together, a chunk at a time, in the caller's transaction. Everything that can be refused is
 * refused with an outcome before anything is written; an exception means that the whole chunk must
 * be rolled back.
 */
public interface TransactionalTarget<D extends Document> extends EntityTarget<D> {}
