/**
 * A back office in one folder that lives in our own database, in a table of its own: what it writes
 * commits together with the outcomes of the records.
 */
package org.storesync.extension.ledger;
