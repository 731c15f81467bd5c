/** The servers that share this database: which live, since when, and what each does. Page Nodes. */
package org.storesync.node;
