package org.storesync.backoffice;

/** What a cross-reference of an item is. */
public enum CrossReferenceType {
  /** The seller's own id of an offer (SKU). */
  SKU,
  /** Amazon's id of a product (ASIN). */
  ASIN
}
