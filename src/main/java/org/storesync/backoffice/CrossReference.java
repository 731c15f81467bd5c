package org.storesync.backoffice;

import java.io.Serializable;

/**
 * A cross-reference as lists and forms hold it.
 *
 * @param reference the SKU or ASIN, compared exactly
 * @param unitsPerSku how many units of the item one unit of the SKU holds, at least 1
 */
public record CrossReference(CrossReferenceType type, String reference, int unitsPerSku)
    implements Serializable {}
