package org.storesync.backoffice;

import java.util.List;
import java.util.Optional;

/**
 * What a program enters about a new item. What is null was left out.
 *
 * @param crossReferences left out: none
 */
public record ItemEntry(String itemId, String description, List<ReferenceEntry> crossReferences) {

  /**
   * A SKU or ASIN of the item.
   *
   * @param unitsPerSku left out: 1
   */
  public record ReferenceEntry(CrossReferenceType type, String value, Integer unitsPerSku) {

    private CrossReference crossReference() {
      return new CrossReference(type, textOf(value), Optional.ofNullable(unitsPerSku).orElse(1));
    }
  }

  /** The new item as it is checked and stored. */
  ItemEdit edit() {
    return new ItemEdit(
        Optional.empty(),
        textOf(itemId),
        textOf(description),
        true,
        references().stream().map(ReferenceEntry::crossReference).toList());
  }

  List<ReferenceEntry> references() {
    return crossReferences == null ? List.of() : crossReferences;
  }

  private static String textOf(String entered) {
    return entered == null ? "" : entered;
  }
}
