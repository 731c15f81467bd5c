/**
 * What needs a person although nobody is looking: reasons find what is wrong, alerts remember it
 * until it is wrong no more, letters tell it by mail and web hook. Reads the rooms that it watches;
 * only the start page reads it.
 */
package org.storesync.alert;
