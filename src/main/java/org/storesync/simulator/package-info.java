/**
 * The simulated marketplace: the demo store's Amazon, and the tests'. It lives behind its own
 * address {@code /simulator}, speaks HTTP as Amazon's description of Orders API 2026-01-01 says,
 * and knows nobody: it imports only the platform, and nobody imports it. Off unless {@code
 * storesync.demo=true}.
 *
 * <p>Nothing here was checked against the live service; the rules come from Amazon's published
 * description, and where that is silent the class says what was decided.
 */
package org.storesync.simulator;
