/** Requests and answers of the simulated marketplace as plain values, without a server. */
package org.storesync.simulator.message;
