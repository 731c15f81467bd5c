/** The rules for orders that the marketplace fulfils. */
package org.storesync.kind.marketplacefulfilledorder;
