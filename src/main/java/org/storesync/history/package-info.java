/**
 * Looks back: all synchronization records, whatever their status, one record with everything that
 * is known of it, and the repair desk where people link documents by hand. Page Sync History.
 */
package org.storesync.history;
