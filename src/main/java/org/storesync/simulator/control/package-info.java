/** What Amazon does not offer: tests set up accounts and faults here and read the log. */
package org.storesync.simulator.control;
