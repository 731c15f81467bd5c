/** The sales order: its document, and the rules for orders that the seller fulfils. */
package org.storesync.kind.salesorder;
