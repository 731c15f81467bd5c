/**
 * Days without anybody there, on two nodes and a clock that is moved. Runs outside of the shared
 * server, with servers of its own.
 */
package org.storesync.unattended;
