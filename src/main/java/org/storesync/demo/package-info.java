/**
 * The demo: a store that is connected to the simulated marketplace of this server, and the items it
 * sells. Made when {@code STORESYNC_DEMO} is true and there is no store yet.
 */
package org.storesync.demo;
