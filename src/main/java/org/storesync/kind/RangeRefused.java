package org.storesync.kind;

import java.time.Instant;

/** A range of dates that can't be prepared, and why. The page words it. */
public class RangeRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a range is refused. */
  public enum Reason {
    /** Incremental by Date needs both ends. */
    INCOMPLETE,
    /** The end is not after the start. */
    EMPTY,
    /** It starts in the future, or so late that the source can't answer yet. */
    IN_THE_FUTURE,
    /** It starts before the earliest instant that the source or the store allows. */
    TOO_EARLY,
    /** The earliest instant that the store allows has not come yet. */
    NOTHING_YET
  }

  private final Reason reason;
  private final transient Instant bound;

  public RangeRefused(Reason reason, Instant bound) {
    super(reason + " (" + bound + ")");
    this.reason = reason;
    this.bound = bound;
  }

  public Reason reason() {
    return reason;
  }

  /** The instant that the range collides with: the earliest or the latest that can be asked for. */
  public Instant bound() {
    return bound;
  }
}
