/**
 * The queue, and the history: one synchronization record for each pair of documents, with its
 * status, its claim, its payload and the log of its attempts. All SQL of the queue is here.
 */
package org.storesync.record;
