/**
 * What the benchmarks put into the WAR: a marketplace that answers from memory, and doors through
 * which the benchmarks start runs and read records.
 */
package org.storesync.benchmark.memory;
