/** News for open pages: what has changed, so that they look again. */
package org.storesync.platform.live;
