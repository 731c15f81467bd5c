package org.storesync.kind;

/** What a prepare run reads and what it does with records that are there (domain section 4). */
public enum PrepareMode {
  /** From the baseline to now; processed records again only if they changed. */
  INCREMENTAL,
  /** A given range of modification dates; processed records are left alone. */
  INCREMENTAL_BY_DATE,
  /** A given range or all that the source has; processed records again, changed or not. */
  FULL
}
