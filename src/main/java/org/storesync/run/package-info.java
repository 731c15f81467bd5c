/**
 * Runs: what was asked for, who works on it, how far it is, and how it ended. A run is found due by
 * a timer of any node, worked on under a lease, and taken over by another node when the lease runs
 * out. What a run does is found by its kind. Page Runs.
 */
package org.storesync.run;
