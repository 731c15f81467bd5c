package org.storesync.backoffice;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The items of our books, with their cross-references. */
@Stateless
public class Items {

  /** Values in one statement: databases allow some ten thousand at most. */
  private static final int VALUES_PER_STATEMENT = 5_000;

  @PersistenceContext private EntityManager entities;

  public long count() {
    return entities.createQuery("select count(i) from Item i", Long.class).getSingleResult();
  }

  /** By its item id, whatever the case of its letters. */
  public Optional<Item> findByItemId(String itemId) {
    return entities
        .createQuery("select i from Item i where i.itemKey = :key", Item.class)
        .setParameter("key", Item.keyOf(itemId))
        .getResultStream()
        .findFirst();
  }

  /** Adds a new item with its cross-references. */
  public void add(Item item) {
    entities.persist(item);
  }

  /**
   * What is linked to these SKUs and ASINs, in two statements however many there are (more only
   * above {@value #VALUES_PER_STATEMENT}).
   */
  public ItemLinks links(Collection<String> skus, Collection<String> asins) {
    Set<String> keys = new TreeSet<>();
    Set<String> references = new TreeSet<>();
    for (Collection<String> values : List.of(skus, asins)) {
      for (String value : values) {
        if (!value.isBlank()) {
          keys.add(Item.keyOf(value));
          references.add(value.strip());
        }
      }
    }
    ItemLinks links = new ItemLinks();
    for (List<String> some : inParts(keys)) {
      entities
          .createQuery(
              "select i.id, i.itemId, i.active from Item i where i.itemKey in :keys",
              Object[].class)
          .setParameter("keys", some)
          .getResultList()
          .forEach(
              row ->
                  links.addItem(
                      new LinkedItem((Long) row[0], (String) row[1], (Boolean) row[2], 1)));
    }
    for (List<String> some : inParts(references)) {
      entities
          .createQuery(
              "select c.type, c.reference, i.id, i.itemId, i.active, c.unitsPerSku"
                  + " from ItemCrossReference c join c.item i where c.reference in :references",
              Object[].class)
          .setParameter("references", some)
          .getResultList()
          .forEach(
              row ->
                  links.addCrossReference(
                      (CrossReferenceType) row[0],
                      (String) row[1],
                      new LinkedItem(
                          (Long) row[2], (String) row[3], (Boolean) row[4], (Integer) row[5])));
    }
    return links;
  }

  private static List<List<String>> inParts(Collection<String> values) {
    List<String> all = List.copyOf(values);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += VALUES_PER_STATEMENT) {
      parts.add(all.subList(from, Math.min(all.size(), from + VALUES_PER_STATEMENT)));
    }
    return parts;
  }
}
