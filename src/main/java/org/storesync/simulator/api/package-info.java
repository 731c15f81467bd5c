/** The operations that Amazon offers: sign-in, searchOrders, getOrder. */
package org.storesync.simulator.api;
