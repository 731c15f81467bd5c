/** The start page: what needs a person, and how the stores are doing. Reads every room. */
package org.storesync.home;
