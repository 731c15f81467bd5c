/** Believable orders as a pure function of seed, start, seller and clock. Nothing is stored. */
package org.storesync.simulator.demo;
