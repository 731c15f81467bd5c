package org.storesync.backoffice;

import java.io.Serializable;
import java.util.List;

/**
 * How the import of an item file ended.
 *
 * @param problems why it was refused as a whole; empty if it was taken
 * @param added items that are new
 * @param changed items that were there and say something else now
 * @param unchanged items that said the same already
 */
public record ItemImport(List<FileProblem> problems, int added, int changed, int unchanged)
    implements Serializable {

  /** How many problems are looked for before the search ends. */
  public static final int MAX_PROBLEMS = ItemFile.MAX_PROBLEMS;

  static ItemImport refused(List<FileProblem> problems) {
    return new ItemImport(List.copyOf(problems), 0, 0, 0);
  }

  public boolean isRefused() {
    return !problems.isEmpty();
  }
}
