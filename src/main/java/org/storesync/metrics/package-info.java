/**
 * What monitoring asks at {@code /metrics}: figures of the queue, the runs and the calls. Reads
 * every room, and nobody reads it.
 */
package org.storesync.metrics;
