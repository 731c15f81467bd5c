package org.storesync.record;

/** Two documents that can't be linked by hand, and why. */
public class LinkRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why two documents can't be linked. */
  public enum Reason {
    /** Another record has this external id. */
    EXTERNAL_TAKEN,
    /** Another record has this local id. */
    LOCAL_TAKEN,
    /** A run is processing the record at this moment. */
    IN_WORK,
    /** The record was deleted meanwhile. */
    GONE
  }

  private final Reason reason;
  private final long otherRecord;

  /**
   * @param otherRecord the record that has the id; 0 if that is not the reason
   */
  public LinkRefused(Reason reason, long otherRecord) {
    super(reason + " " + otherRecord);
    this.reason = reason;
    this.otherRecord = otherRecord;
  }

  public Reason reason() {
    return reason;
  }

  public long otherRecord() {
    return otherRecord;
  }
}
