package org.storesync.node;

/** Whether a node lives. */
public enum NodeState {
  /** It told so a moment ago. */
  ALIVE,
  /** It went down in order and handed its runs over. */
  LEFT,
  /** It is silent without having left: its runs are taken over when their leases run out. */
  SILENT
}
