package org.storesync.backoffice;

/**
 * Why an item is refused.
 *
 * @param field what to correct, with its place: {@code crossReferences[0].value}; empty: the item
 *     as a whole
 */
public record ItemProblem(String field, Problem problem) {

  static final String ITEM_ID = "itemId";
  static final String DESCRIPTION = "description";
  static final String CROSS_REFERENCES = "crossReferences";

  /** Whether it contradicts another item of our books. */
  public boolean isConflict() {
    return problem.key().endsWith("Taken");
  }
}
