/**
 * What remote systems allow an account to do, kept before they have to refuse: token buckets that
 * all nodes share, who waits for them, and who goes first. Knows no system.
 */
package org.storesync.platform.quota;
