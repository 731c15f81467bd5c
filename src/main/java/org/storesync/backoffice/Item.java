package org.storesync.backoffice;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A thing we buy, keep and sell. Its item id is unique, whatever the case of its letters. Its
 * cross-references say under which SKUs and ASINs it is sold; several SKUs and pack sizes may share
 * an item. An inactive item keeps its history and takes no new orders.
 */
@Entity
@Table(name = "item")
public class Item {

  public static final int MAX_ITEM_ID_LENGTH = 100;
  public static final int MAX_DESCRIPTION_LENGTH = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_seq")
  @SequenceGenerator(name = "item_seq", sequenceName = "item_seq", allocationSize = 50)
  private Long id;

  @Column(name = "item_id")
  private String itemId;

  @Column(name = "item_key")
  private String itemKey;

  private String description;

  private boolean active;

  @OneToMany(mappedBy = "item", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<ItemCrossReference> crossReferences = new ArrayList<>();

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected Item() {}

  /** A new item, active, without cross-references. */
  public Item(String itemId, String description, Instant now) {
    rename(itemId);
    this.description = description.strip();
    this.active = true;
    this.createdAt = now;
    this.changedAt = now;
  }

  /** What two item ids must not share, and what one is looked for by. */
  public static String keyOf(String itemId) {
    return itemId.strip().toLowerCase(Locale.ROOT);
  }

  public Long id() {
    return id;
  }

  public String itemId() {
    return itemId;
  }

  public String description() {
    return description;
  }

  public boolean active() {
    return active;
  }

  public int version() {
    return version;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** By type and value. */
  public List<ItemCrossReference> crossReferences() {
    return crossReferences.stream()
        .sorted(
            Comparator.comparing(ItemCrossReference::type)
                .thenComparing(ItemCrossReference::reference))
        .toList();
  }

  final void rename(String itemId) {
    this.itemId = itemId.strip();
    this.itemKey = keyOf(itemId);
  }

  void describe(String description) {
    this.description = description.strip();
  }

  void setActive(boolean active) {
    this.active = active;
  }

  /**
   * Links a SKU or ASIN to this item, or changes how many units one holds.
   *
   * @param unitsPerSku at least 1
   * @return whether anything changed
   */
  public boolean link(CrossReferenceType type, String reference, int unitsPerSku) {
    for (ItemCrossReference known : crossReferences) {
      if (known.means(type, reference)) {
        return known.holds(unitsPerSku);
      }
    }
    crossReferences.add(new ItemCrossReference(this, type, reference.strip(), unitsPerSku));
    return true;
  }

  /** Removes every cross-reference that is not among these. */
  void keepOnly(List<CrossReference> wanted) {
    crossReferences.removeIf(
        known -> wanted.stream().noneMatch(kept -> known.means(kept.type(), kept.reference())));
  }

  void changed(Instant now) {
    this.changedAt = now;
  }

  @Override
  public String toString() {
    return "Item[" + itemId + "]";
  }
}
