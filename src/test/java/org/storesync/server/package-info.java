/**
 * The servers that tests run in or talk to: one deployment for all tests in the container ({@link
 * org.storesync.server.Deployments}) and servers of a test's own ({@link
 * org.storesync.server.RunningServer}). Never part of the archive that is deployed.
 */
package org.storesync.server;
