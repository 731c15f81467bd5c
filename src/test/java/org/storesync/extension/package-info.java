/**
 * The promise, tested: entities in one folder each and systems in one folder each, which nothing in
 * main mentions and which are found by type. The tests of the engine use them, because they can be
 * held, disturbed and counted.
 */
package org.storesync.extension;
