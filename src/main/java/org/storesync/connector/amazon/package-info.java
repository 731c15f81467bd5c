/**
 * Amazon's Selling Partner API: sign-in with Login with Amazon, quotas, and one class for each kind
 * of document that it tells about. Everything that is Amazon's own way stays in here.
 */
package org.storesync.connector.amazon;
