/**
 * The ports: what a system (a marketplace or a back office) must be able to do so that entities can
 * be synchronized with it. Knows no kind of entity, no table and no system; each system is a
 * sub-package, found by its beans.
 */
package org.storesync.connector;
