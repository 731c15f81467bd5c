/** Removes at night what is older than it is kept. What that is, each room says by itself. */
package org.storesync.housekeeping;
