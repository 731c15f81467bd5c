package org.storesync.prepare;

import org.storesync.kind.RangeRefused;

/** A preparation that can't be started, with the reason in a sentence for people. */
public class PrepareRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final RangeRefused range;

  PrepareRefused(String message) {
    super(message);
    this.range = null;
  }

  PrepareRefused(String message, RangeRefused range) {
    super(message, range);
    this.range = range;
  }

  /** Whether the range of dates is what is wrong. */
  public boolean isAboutRange() {
    return range != null;
  }
}
