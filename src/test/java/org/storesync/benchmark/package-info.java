/**
 * Benchmarks: programs that measure the engine in its container against hand-written JDBC doing the
 * same work, in the same minutes on the same PostgreSQL. Not part of the tests; how to run them:
 * {@code docs/performance.md}.
 */
package org.storesync.benchmark;
