/** The clock. Nothing outside this package asks what time it is. */
package org.storesync.platform.time;
