/**
 * A marketplace in one folder, unknown to the rest: it lives in memory, tells its changes page by
 * page, and fails when a test wants it to.
 */
package org.storesync.extension.bazaar;
