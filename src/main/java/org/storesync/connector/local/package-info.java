/**
 * The built-in back office as a system of a store: one class for each document it takes. Translates
 * between the documents that travel and our books; knows no marketplace.
 */
package org.storesync.connector.local;
