/** Documents as JSON, in one way for the whole server. */
package org.storesync.platform.json;
