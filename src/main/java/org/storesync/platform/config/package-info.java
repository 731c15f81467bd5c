/** Where settings come from: MicroProfile Config, {@code STORESYNC_X} or {@code storesync.x}. */
package org.storesync.platform.config;
