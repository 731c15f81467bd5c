package org.storesync.backoffice;

import java.util.Optional;

/** What an item and a cross-reference may be, whether typed in or read from a file. */
final class ItemRules {

  private ItemRules() {}

  static Optional<Problem> ofItemId(String itemId) {
    if (itemId.isBlank()) {
      return Optional.of(Problem.of("itemIdMissing"));
    }
    if (itemId.strip().length() > Item.MAX_ITEM_ID_LENGTH) {
      return Optional.of(Problem.of("itemIdTooLong", Item.MAX_ITEM_ID_LENGTH));
    }
    return withoutControlCharacters(itemId);
  }

  static Optional<Problem> ofDescription(String description) {
    if (description.strip().length() > Item.MAX_DESCRIPTION_LENGTH) {
      return Optional.of(Problem.of("descriptionTooLong", Item.MAX_DESCRIPTION_LENGTH));
    }
    return withoutControlCharacters(description);
  }

  static Optional<Problem> ofReference(CrossReferenceType type, String reference) {
    if (reference.isBlank()) {
      return Optional.of(Problem.of("referenceMissing", type.name()));
    }
    if (reference.strip().length() > ItemCrossReference.MAX_REFERENCE_LENGTH) {
      return Optional.of(
          Problem.of("referenceTooLong", type.name(), ItemCrossReference.MAX_REFERENCE_LENGTH));
    }
    return withoutControlCharacters(reference);
  }

  static Optional<Problem> ofUnits(long unitsPerSku) {
    return unitsPerSku >= 1 && unitsPerSku <= ItemCrossReference.MAX_UNITS_PER_SKU
        ? Optional.empty()
        : Optional.of(Problem.of("unitsOutOfRange", ItemCrossReference.MAX_UNITS_PER_SKU));
  }

  /** A line break or a NUL would hide in a list, and some databases refuse the latter. */
  private static Optional<Problem> withoutControlCharacters(String text) {
    return text.strip().chars().anyMatch(Character::isISOControl)
        ? Optional.of(Problem.of("controlCharacter"))
        : Optional.empty();
  }
}
