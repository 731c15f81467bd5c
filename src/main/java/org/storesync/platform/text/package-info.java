/** Texts for people, one bundle per room. */
package org.storesync.platform.text;
