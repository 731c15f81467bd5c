/** An entity in one folder that goes the other way: from the back office to the marketplace. */
package org.storesync.extension.poster;
