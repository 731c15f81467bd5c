/**
 * Who may do what: users, their roles and passwords, sign-in and sign-out, the first administrator.
 * Who did what belongs to the audit.
 */
package org.storesync.access;
