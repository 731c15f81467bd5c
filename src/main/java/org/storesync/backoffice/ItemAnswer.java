package org.storesync.backoffice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item as programs see it. */
@Schema(requiredProperties = {"itemId", "description", "crossReferences"})
public record ItemAnswer(
    String itemId, String description, boolean active, List<ReferenceAnswer> crossReferences) {

  /** A SKU or ASIN of the item. */
  @Schema(requiredProperties = {"type", "value"})
  public record ReferenceAnswer(CrossReferenceType type, String value, int unitsPerSku) {}

  static ItemAnswer of(ItemRow item) {
    return new ItemAnswer(
        item.itemId(),
        item.description(),
        item.active(),
        item.crossReferences().stream()
            .map(known -> new ReferenceAnswer(known.type(), known.reference(), known.unitsPerSku()))
            .toList());
  }
}
