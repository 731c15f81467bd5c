/**
 * What becomes of the work when servers, databases, disks and marketplaces fail. Short in the
 * suite, long in a profile of their own: {@code docs/faults.md}.
 */
package org.storesync.faults;
