package org.storesync.faults;

/** Where a shop keeps its books and its queue. */
enum Database {
  POSTGRESQL,
  H2
}
