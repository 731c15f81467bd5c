package org.storesync.platform.config;

/** Whether this node shares its database with others. */
public interface OtherNodes {

  /** Whether another node lives, as far as it has told; one that just died may still count. */
  boolean anyLives();
}
