package org.storesync.backoffice;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An item while a person edits it on the page Items. */
public class ItemForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Long id;
  private final int version;
  private String itemId = "";
  private String description = "";
  private boolean active = true;
  private final List<ReferenceForm> crossReferences = new ArrayList<>();

  /** For a new item. */
  public ItemForm() {
    id = null;
    version = 0;
  }

  /** For an item that is there. */
  public ItemForm(ItemRow row) {
    id = row.id();
    version = row.version();
    itemId = row.itemId();
    description = row.description();
    active = row.active();
    row.crossReferences().forEach(known -> crossReferences.add(new ReferenceForm(known)));
  }

  /** One cross-reference while it is edited. */
  public static class ReferenceForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private CrossReferenceType type;
    private String reference;
    private int unitsPerSku;

    ReferenceForm(CrossReference known) {
      type = known.type();
      reference = known.reference();
      unitsPerSku = known.unitsPerSku();
    }

    public CrossReferenceType getType() {
      return type;
    }

    public void setType(CrossReferenceType type) {
      this.type = type;
    }

    public String getReference() {
      return reference;
    }

    public void setReference(String reference) {
      this.reference = reference;
    }

    public int getUnitsPerSku() {
      return unitsPerSku;
    }

    public void setUnitsPerSku(int unitsPerSku) {
      this.unitsPerSku = unitsPerSku;
    }
  }

  void addReference(CrossReferenceType type, String reference) {
    crossReferences.add(new ReferenceForm(new CrossReference(type, reference, 1)));
  }

  void removeReference(ReferenceForm removed) {
    crossReferences.remove(removed);
  }

  /** What was filled in; an empty line for a cross-reference says nothing. */
  ItemEdit edit() {
    return new ItemEdit(
        Optional.ofNullable(id).map(known -> new ItemEdit.Known(known, version)),
        text(itemId),
        text(description),
        active,
        crossReferences.stream()
            .filter(line -> !text(line.reference).isEmpty())
            .map(line -> new CrossReference(line.type, text(line.reference), line.unitsPerSku))
            .toList());
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  public boolean isNew() {
    return id == null;
  }

  public String getItemId() {
    return itemId;
  }

  public void setItemId(String itemId) {
    this.itemId = itemId;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public List<ReferenceForm> getCrossReferences() {
    return crossReferences;
  }
}
