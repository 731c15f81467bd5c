/**
 * An application that has one piece of each kind that StoreSync has many of, on the same libraries:
 * what its start takes is the platform's.
 */
package org.storesync.benchmark.small;
