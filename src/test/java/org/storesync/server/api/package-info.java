/**
 * The API as programs meet it: over HTTP, against the deployed WAR. Answers are validated against
 * {@code api.yaml}, which was written by hand and not from the code.
 */
package org.storesync.server.api;
