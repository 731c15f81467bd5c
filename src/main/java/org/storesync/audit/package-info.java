/**
 * Who did what, from where and when, with what stood there before and after: lines that are added
 * in the transaction of the deed itself and never changed. Every room may write here;
 * administrators read.
 */
package org.storesync.audit;
