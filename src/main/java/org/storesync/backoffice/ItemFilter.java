package org.storesync.backoffice;

import java.io.Serializable;
import java.util.Optional;

/**
 * Which items a list shows; empty texts let everything through.
 *
 * @param itemId beginning of the item id, whatever the case of its letters
 * @param description a part of the description, whatever the case of its letters
 * @param crossReference beginning of a SKU or ASIN, in the case in which it is written
 * @param active only active or only inactive ones
 */
public record ItemFilter(
    String itemId, String description, String crossReference, Optional<Boolean> active)
    implements Serializable {

  public static final ItemFilter ALL = new ItemFilter("", "", "", Optional.empty());
}
