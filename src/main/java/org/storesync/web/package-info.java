/**
 * The frame around every page: template, menu, language, theme, time zone, messages, the lazy
 * table, what the browser is told about safety. It knows no room; a room's page uses it.
 */
package org.storesync.web;
