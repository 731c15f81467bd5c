package org.storesync.simulator.account;

/** What can go wrong on purpose. */
public enum FaultKind {
  /** 429, as if the quota were used up. */
  THROTTLED(Phase.REFUSE),
  /** 500. */
  SERVER_ERROR(Phase.REFUSE),
  /** 503. */
  UNAVAILABLE(Phase.REFUSE),
  /** 403 for the access token that meets it, for good: only a new one helps. */
  EXPIRED_TOKEN(Phase.REFUSE),
  /** 400 for a request that carries a page token. */
  EXPIRED_PAGE_TOKEN(Phase.REFUSE),
  /** The last order of a page comes first on the next page as well. */
  ON_TWO_PAGES(Phase.LIST),
  /** One order is left out of the list. */
  MISSING_FROM_LIST(Phase.LIST),
  /** The answer takes its time. */
  SLOW(Phase.DELIVER),
  /** The connection dies in the middle of the answer. */
  CUT(Phase.DELIVER),
  /** A whole HTTP answer whose JSON ends in the middle. */
  TRUNCATED(Phase.DELIVER);

  /** The moment of an answer at which a fault strikes. */
  public enum Phase {
    REFUSE,
    LIST,
    DELIVER
  }

  private final Phase phase;

  FaultKind(Phase phase) {
    this.phase = phase;
  }

  public Phase phase() {
    return phase;
  }
}
