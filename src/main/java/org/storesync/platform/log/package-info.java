/** What stands around a line of the log: whose work it tells of, and how it is written. */
package org.storesync.platform.log;
