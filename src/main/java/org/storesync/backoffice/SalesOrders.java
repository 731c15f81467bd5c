package org.storesync.backoffice;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The orders of our books. What concerns many orders takes a fixed number of statements, however
 * many orders there are: a chunk of 500 is one select, and inserts in batches.
 */
@Stateless
public class SalesOrders {

  @PersistenceContext private EntityManager entities;

  /** The order with this number, with its lines, whatever the case of its letters. */
  public Optional<Order> find(String number) {
    return findByNumbers(List.of(number.strip().toUpperCase(Locale.ROOT))).stream().findFirst();
  }

  /** All orders that have one of these numbers, with their lines. */
  public List<Order> findByNumbers(Collection<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select o from SalesOrder o left join fetch o.lines"
                    + " where o.number in :numbers",
                Order.class)
            .setParameter("numbers", numbers)
            .getResultStream()
            .distinct()
            .toList();
  }

  /** All orders of the store that stand for one of these Amazon orders, with their lines. */
  public List<Order> findByAmazonOrderIds(long storeId, Collection<String> amazonOrderIds) {
    return amazonOrderIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select o from SalesOrder o left join fetch o.lines"
                    + " where o.storeId = :store and o.amazonOrderId in :ids",
                Order.class)
            .setParameter("store", storeId)
            .setParameter("ids", amazonOrderIds)
            .getResultStream()
            .distinct()
            .toList();
  }

  /** The numbers of these Amazon orders of the store, as far as we have them. */
  public Map<String, String> numbers(long storeId, Collection<String> amazonOrderIds) {
    Map<String, String> numbers = new HashMap<>();
    if (!amazonOrderIds.isEmpty()) {
      entities
          .createQuery(
              "select o.amazonOrderId, o.number from SalesOrder o"
                  + " where o.storeId = :store and o.amazonOrderId in :ids",
              Object[].class)
          .setParameter("store", storeId)
          .setParameter("ids", amazonOrderIds)
          .getResultList()
          .forEach(row -> numbers.put((String) row[0], (String) row[1]));
    }
    return numbers;
  }

  /**
   * Writes new orders, which get their numbers, and changed ones, in the caller's transaction, and
   * lets go of them: they can be read afterwards and not changed any more.
   *
   * @param orders new ones, and ones that were found in this transaction
   * @throws jakarta.persistence.PersistenceException if the database refuses one of them, for
   *     example because another transaction has just added the same Amazon order
   */
  public void saveAll(Collection<Order> orders) {
    Map<OrderType, List<Order>> added = new HashMap<>();
    for (Order order : orders) {
      if (!order.hasNumber()) {
        added.computeIfAbsent(order.type(), any -> new ArrayList<>()).add(order);
      } else if (!entities.contains(order)) {
        throw new IllegalStateException(
            "%s was found in another transaction and can't be saved in this one".formatted(order));
      }
    }
    added.forEach(this::add);
    entities.flush();
    // Only these: the caller may hold other entities in the same transaction.
    orders.forEach(entities::detach);
  }

  private void add(OrderType type, List<Order> added) {
    List<?> counts =
        entities
            .createNativeQuery(
                "select nextval('" + type.sequence() + "') from generate_series(1, ?)")
            .setParameter(1, added.size())
            .getResultList();
    for (int index = 0; index < added.size(); index++) {
      Order order = added.get(index);
      order.giveNumber(((Number) counts.get(index)).longValue());
      entities.persist(order);
    }
  }
}
