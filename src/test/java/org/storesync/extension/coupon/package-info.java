/** An entity in one folder, unknown to the rest: its document, its rules, its texts. */
package org.storesync.extension.coupon;
