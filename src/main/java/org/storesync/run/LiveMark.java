package org.storesync.run;

/**
 * What open pages of one room follow, in short. Asked once a second while a page of this node is
 * open, so that it has to be cheap.
 */
public interface LiveMark {

  /** Another text whenever the pages have to look again. */
  String mark();
}
