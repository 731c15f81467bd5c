/** What Amazon still lets each account do now, and who waits for it. Page Quotas. */
package org.storesync.quota;
