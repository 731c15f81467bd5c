package org.storesync.backoffice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the item of an order line: the seller SKU, then the ASIN, each against the item ids first
 * and then against the cross-references of its type (domain section 8, line lookup). An item found
 * by its own id is sold by the unit.
 */
public final class ItemLinks {

  private final Map<String, LinkedItem> byItemKey = new HashMap<>();
  private final Map<CrossReferenceType, Map<String, LinkedItem>> byReference = new HashMap<>();

  /** Links by item id only. */
  public static ItemLinks ofItems(LinkedItem... items) {
    ItemLinks links = new ItemLinks();
    for (LinkedItem item : items) {
      links.addItem(item);
    }
    return links;
  }

  void addItem(LinkedItem item) {
    byItemKey.put(Item.keyOf(item.itemId()), item);
  }

  void addCrossReference(CrossReferenceType type, String reference, LinkedItem item) {
    byReference.computeIfAbsent(type, any -> new HashMap<>()).put(reference, item);
  }

  /**
   * The item of a line; absent if nothing is linked to it.
   *
   * @param sku empty if the line has none
   * @param asin empty if the line has none
   */
  public Optional<LinkedItem> find(String sku, String asin) {
    return find(CrossReferenceType.SKU, sku).or(() -> find(CrossReferenceType.ASIN, asin));
  }

  private Optional<LinkedItem> find(CrossReferenceType type, String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byItemKey.get(Item.keyOf(value)))
        .or(() -> findCrossReference(type, value));
  }

  /** The item with this cross-reference, whatever the item ids say. */
  Optional<LinkedItem> findCrossReference(CrossReferenceType type, String reference) {
    return Optional.ofNullable(byReference.getOrDefault(type, Map.of()).get(reference.strip()));
  }
}
