package org.storesync.backoffice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * A SKU or an ASIN under which an item is sold. Each means one item only; it is compared exactly as
 * the marketplace writes it. One unit of the SKU holds one or more units of the item (a pack).
 */
@Entity
@Table(name = "item_cross_reference")
public class ItemCrossReference {

  public static final int MAX_REFERENCE_LENGTH = 200;
  public static final int MAX_UNITS_PER_SKU = 1_000_000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_cross_reference_seq")
  @SequenceGenerator(
      name = "item_cross_reference_seq",
      sequenceName = "item_cross_reference_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "item")
  private Item item;

  @Enumerated(EnumType.STRING)
  private CrossReferenceType type;

  @Column(name = "reference_value")
  private String reference;

  @Column(name = "units_per_sku")
  private int unitsPerSku;

  protected ItemCrossReference() {}

  ItemCrossReference(Item item, CrossReferenceType type, String reference, int unitsPerSku) {
    if (unitsPerSku < 1) {
      throw new IllegalArgumentException("A SKU holds at least one unit of its item");
    }
    this.item = item;
    this.type = type;
    this.reference = reference;
    this.unitsPerSku = unitsPerSku;
  }

  public CrossReferenceType type() {
    return type;
  }

  public String reference() {
    return reference;
  }

  public int unitsPerSku() {
    return unitsPerSku;
  }

  boolean means(CrossReferenceType otherType, String otherReference) {
    return type == otherType && reference.equals(otherReference.strip());
  }

  /** Sets the units of one SKU; answers whether that is a change. */
  boolean holds(int units) {
    if (units < 1) {
      throw new IllegalArgumentException("A SKU holds at least one unit of its item");
    }
    boolean changes = unitsPerSku != units;
    unitsPerSku = units;
    return changes;
  }
}
