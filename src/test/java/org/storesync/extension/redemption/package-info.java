/** An entity in one folder that needs another one first: what has become of a coupon. */
package org.storesync.extension.redemption;
