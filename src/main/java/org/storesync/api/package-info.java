/**
 * The frame of the REST API: where it lies, how bodies and parameters are read, how lists are
 * paged, how versions are compared, and how every refusal becomes a problem document. Knows no
 * room; the resources are in their rooms.
 */
package org.storesync.api;
