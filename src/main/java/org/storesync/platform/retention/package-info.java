/** What rooms remove when it is old: the port, carried out at night by housekeeping. */
package org.storesync.platform.retention;
