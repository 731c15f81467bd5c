package org.storesync.backoffice;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.storesync.platform.table.SortColumns;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSort;

/** The items of our books, with their cross-references. */
@Stateless
public class Items {

  /** Values in one statement: databases allow some ten thousand at most. */
  private static final int VALUES_PER_STATEMENT = 5_000;

  private static final SortColumns SORTS = new SortColumns(Map.of("itemId", "i.itemKey"), "i.id");

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

  public Optional<Item> find(long id) {
    return Optional.ofNullable(entities.find(Item.class, id));
  }

  /** The item with this cross-reference, compared exactly. */
  public Optional<Item> findByCrossReference(CrossReferenceType type, String reference) {
    return entities
        .createQuery(
            "select c.item from ItemCrossReference c"
                + " where c.type = :type and c.reference = :reference",
            Item.class)
        .setParameter("type", type)
        .setParameter("reference", reference.strip())
        .getResultStream()
        .findFirst();
  }

  /** The items with these keys and their cross-references, by key ({@link Item#keyOf}). */
  public Map<String, Item> findByKeys(Collection<String> keys) {
    Map<String, Item> found = new HashMap<>();
    for (List<String> some : inParts(keys)) {
      entities
          .createQuery(
              "select i from Item i left join fetch i.crossReferences where i.itemKey in :keys",
              Item.class)
          .setParameter("keys", some)
          .getResultStream()
          .forEach(item -> found.put(Item.keyOf(item.itemId()), item));
    }
    return found;
  }

  /** One page of the items that the filter lets through, by item id unless asked. */
  public List<ItemRow> page(ItemFilter filter, TableRequest request) {
    String order = SORTS.orderBy(request, new TableSort("itemId", true));
    List<Item> found =
        filtered("select i from Item i", filter, order, Item.class)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    return rows(found);
  }

  /**
   * The items whose ids follow this one, by id, however many there are before it.
   *
   * @param itemId absent: from the first on
   */
  public List<ItemRow> after(Optional<String> itemId, int atMost) {
    return rows(
        entities
            .createQuery(
                "select i from Item i where i.itemKey > :key order by i.itemKey", Item.class)
            .setParameter("key", itemId.map(Item::keyOf).orElse(""))
            .setMaxResults(atMost)
            .getResultList());
  }

  /** The item as lists show it. */
  public ItemRow row(Item item) {
    return rows(List.of(item)).get(0);
  }

  private List<ItemRow> rows(List<Item> found) {
    Map<Long, List<CrossReference>> references = new HashMap<>();
    if (!found.isEmpty()) {
      entities
          .createQuery(
              "select c.item.id, c.type, c.reference, c.unitsPerSku from ItemCrossReference c"
                  + " where c.item.id in :ids order by c.type, c.reference",
              Object[].class)
          .setParameter("ids", found.stream().map(Item::id).toList())
          .getResultList()
          .forEach(
              row ->
                  references
                      .computeIfAbsent((Long) row[0], any -> new ArrayList<>())
                      .add(
                          new CrossReference(
                              (CrossReferenceType) row[1], (String) row[2], (Integer) row[3])));
    }
    return found.stream()
        .map(
            item ->
                new ItemRow(
                    item.id(),
                    item.version(),
                    item.itemId(),
                    item.description(),
                    item.active(),
                    List.copyOf(references.getOrDefault(item.id(), List.of()))))
        .toList();
  }

  /** How many items the filter lets through. */
  public long count(ItemFilter filter) {
    return filtered("select count(i) from Item i", filter, "", Long.class).getSingleResult();
  }

  private <T> TypedQuery<T> filtered(
      String select, ItemFilter filter, String order, Class<T> resultClass) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (!filter.itemId().isBlank()) {
      conditions.add("i.itemKey like :itemId escape '!'");
      parameters.put("itemId", LikePattern.startsWith(Item.keyOf(filter.itemId())));
    }
    if (!filter.description().isBlank()) {
      conditions.add("lower(i.description) like :description escape '!'");
      parameters.put("description", LikePattern.containsLowered(filter.description()));
    }
    if (!filter.crossReference().isBlank()) {
      conditions.add(
          "exists (select c.id from ItemCrossReference c"
              + " where c.item = i and c.reference like :reference escape '!')");
      parameters.put("reference", LikePattern.startsWith(filter.crossReference()));
    }
    filter
        .active()
        .ifPresent(
            active -> {
              // Compared as a text: EclipseLink hands a Boolean to H2 as a number, which it
              // refuses.
              conditions.add("lower(cast(i.active as varchar(5))) = :active");
              parameters.put("active", active.toString());
            });
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> query = entities.createQuery(select + where + order, resultClass);
    parameters.forEach(query::setParameter);
    return query;
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
