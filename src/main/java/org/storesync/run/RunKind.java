package org.storesync.run;

/** What a run does. */
public enum RunKind {
  /** Stage 1, of one entity of a store. */
  PREPARE,
  /** Stage 2, of a store or one of its entities. */
  PROCESS,
  /** What a person ordered on many records of a store: nothing is sent anywhere. */
  COMMAND
}
