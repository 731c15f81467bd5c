/** Whether this server lives and can be used, for whoever watches it. */
package org.storesync.platform.health;
