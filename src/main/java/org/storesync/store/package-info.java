/**
 * Stores: with whom data is synchronized, how both sides are reached, and their secrets. Page
 * Stores.
 */
package org.storesync.store;
