/** The orders of a seller account, in Amazon's JSON shape, wherever they come from. */
package org.storesync.simulator.order;
