/**
 * Stage 2: takes records out of the queue, writes each to the other side, and marks it. Page
 * Process Data.
 */
package org.storesync.process;
