/**
 * What a page of a table asks of a room's repository, in words of neither the database nor the
 * browser: rows from here on, so many, in this order, with these filters.
 */
package org.storesync.platform.table;
