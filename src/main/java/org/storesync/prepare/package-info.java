/**
 * Stage 1: asks a source what changed and puts it into the queue, page by page. Page Prepare Data.
 */
package org.storesync.prepare;
