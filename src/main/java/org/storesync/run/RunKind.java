package org.storesync.run;

/** What a run does. */
public enum RunKind {
  /** Stage 1, of one entity of a store. */
  PREPARE,
  /** Stage 2, of a store or one of its entities. */
  PROCESS
}
