/** The clock of servers that live through many days in a test; goes into their WAR. */
package org.storesync.unattended.clock;
