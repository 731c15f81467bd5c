/**
 * The only door to the network: time-outs, bounded answers, retries, quotas and the rules for
 * addresses stand here once. Knows no system and none of its errors.
 */
package org.storesync.platform.http;
