/** Keys, and the box that closes secrets, payloads and personal data at rest. */
package org.storesync.platform.secret;
