package org.storesync.kind;

import java.io.Serializable;

/** What a person enters for one entity on the page Entities. */
public class EntityEntry implements Serializable {

  private static final long serialVersionUID = 1L;

  private final StoreEntityRow row;
  private boolean active;
  private int maxFailedAttempts;

  EntityEntry(StoreEntityRow row) {
    this.row = row;
    this.active = row.active();
    this.maxFailedAttempts = row.maxFailedAttempts();
  }

  /** The entity as it was when the page read it. */
  public StoreEntityRow getRow() {
    return row;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public int getMaxFailedAttempts() {
    return maxFailedAttempts;
  }

  public void setMaxFailedAttempts(int maximum) {
    this.maxFailedAttempts = maximum;
  }
}
