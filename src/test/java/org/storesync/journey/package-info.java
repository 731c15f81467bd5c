/**
 * Whole ways through the server: an order of the simulated marketplace becomes one of our books.
 */
package org.storesync.journey;
