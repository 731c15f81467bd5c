/** The one database: its pool, its schema, its type conversions. */
package org.storesync.platform.database;
