/** What the whole server must never do to outsiders, asked over HTTP; see docs/security.md. */
package org.storesync.security;
