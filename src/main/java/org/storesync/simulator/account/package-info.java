/** Seller accounts: each with its own orders, quotas, log of requests and faults. */
package org.storesync.simulator.account;
