/**
 * Journeys of a person through the pages in a real Chromium: {@link
 * org.storesync.browser.BrowserJourney} marks them, a {@link org.storesync.browser.Visitor} goes.
 */
package org.storesync.browser;
