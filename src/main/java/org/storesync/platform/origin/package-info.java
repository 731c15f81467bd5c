/** Where a request comes from: the client behind the proxies that are trusted. */
package org.storesync.platform.origin;
