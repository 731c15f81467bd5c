/**
 * What the benchmarks put into the WAR: a marketplace that answers from memory, and a door through
 * which the benchmarks start runs.
 */
package org.storesync.benchmark.memory;
