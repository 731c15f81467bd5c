/**
 * What is synchronized: the port that a kind of entity implements, the catalogue of kinds, and a
 * kind switched on in a store. Each kind is a sub-package with its document and its rules; it knows
 * neither Amazon nor a back office.
 */
package org.storesync.kind;
