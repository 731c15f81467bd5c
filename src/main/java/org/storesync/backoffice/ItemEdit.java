package org.storesync.backoffice;

import java.util.List;
import java.util.Optional;

/**
 * An item as a person has filled in the form.
 *
 * @param known the row and version that the form was filled from; absent for a new item
 * @param crossReferences all that the item shall have
 */
public record ItemEdit(
    Optional<Known> known,
    String itemId,
    String description,
    boolean active,
    List<CrossReference> crossReferences) {

  /**
   * @param id number of the item's row
   * @param version of the row when the form was filled
   */
  public record Known(long id, int version) {}
}
