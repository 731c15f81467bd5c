/** A back office in one folder that is far away: it takes no part in our transactions. */
package org.storesync.extension.farbooks;
