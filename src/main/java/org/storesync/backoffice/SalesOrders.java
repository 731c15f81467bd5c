package org.storesync.backoffice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.platform.database.DatabaseVendor;
import org.storesync.platform.table.SortColumns;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSort;

/**
 * The orders of our books. What concerns many orders takes a fixed number of statements, however
 * many orders there are: a chunk of 500 is a few selects, and inserts in batches.
 */
@Stateless
public class SalesOrders {

  /** Each has its index. */
  private static final SortColumns SORTS =
      new SortColumns(
          Map.of(
              "number",
              "o.number",
              "amazonOrderId",
              "o.amazonOrderId",
              "orderedAt",
              "o.orderedAt",
              "shipBy",
              "o.shipBy"),
          "o.id");

  @PersistenceContext private EntityManager entities;
  @Inject private DatabaseVendor vendor;
  @Inject private PortableOrderRows portableRows;
  @Inject private PostgresqlOrderRows postgresqlRows;

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
    return findByNumbers(numbers(storeId, amazonOrderIds).values());
  }

  /** The numbers of these Amazon orders of the store, as far as we have them. */
  public Map<String, String> numbers(long storeId, Collection<String> amazonOrderIds) {
    return amazonOrderIds.isEmpty() ? Map.of() : rows().numbers(storeId, amazonOrderIds);
  }

  private OrderRows rows() {
    return vendor == DatabaseVendor.POSTGRESQL ? postgresqlRows : portableRows;
  }

  /** The order with this number as its page shows it, without personal data. */
  public Optional<OrderView> view(String number) {
    return find(number)
        .map(
            order -> {
              OrderContent content = order.content();
              return new OrderView(
                  order.number(),
                  order.type(),
                  order.storeName(),
                  order.amazonOrderId(),
                  order.createdAt(),
                  order.changedAt(),
                  content.withoutParties(),
                  itemIds(content),
                  content.buyer().isPresent() || content.shipTo().isPresent());
            });
  }

  private Map<Long, String> itemIds(OrderContent content) {
    Map<Long, String> itemIds = new HashMap<>();
    List<Long> ids = content.lines().stream().map(OrderLineContent::item).distinct().toList();
    if (!ids.isEmpty()) {
      entities
          .createQuery("select i.id, i.itemId from Item i where i.id in :ids", Object[].class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(row -> itemIds.put((Long) row[0], (String) row[1]));
    }
    return itemIds;
  }

  /** Buyer and address of the order; pages ask through {@link SalesOrderDesk}. */
  public Optional<OrderParties> parties(String number) {
    return find(number)
        .map(Order::content)
        .map(content -> new OrderParties(content.buyer(), content.shipTo()));
  }

  /** The stores that orders came from, by name. */
  public List<OrderStore> stores() {
    // From one store to the next by the index: there are few stores and many orders.
    List<OrderStore> stores = new ArrayList<>();
    Optional<Long> next = storeAfter(Long.MIN_VALUE);
    while (next.isPresent()) {
      stores.add(new OrderStore(next.get(), nameOf(next.get())));
      next = storeAfter(next.get());
    }
    return stores.stream().sorted(Comparator.comparing(OrderStore::name)).toList();
  }

  private Optional<Long> storeAfter(long storeId) {
    return Optional.ofNullable(
        entities
            .createQuery(
                "select min(o.storeId) from SalesOrder o where o.storeId > :last", Long.class)
            .setParameter("last", storeId)
            .getSingleResult());
  }

  private String nameOf(long storeId) {
    return entities
        .createQuery("select o.storeName from SalesOrder o where o.storeId = :store", String.class)
        .setParameter("store", storeId)
        .setMaxResults(1)
        .getSingleResult();
  }

  /** One page of the orders that the filter lets through, the newest first unless asked. */
  public List<OrderRow> page(OrderFilter filter, TableRequest request) {
    return filtered(
            "select o.number, o.type, o.status, o.storeName, o.amazonOrderId, o.orderedAt,"
                + " o.businessDate, o.shipBy, o.total, o.currency from SalesOrder o",
            filter,
            SORTS.orderBy(request, new TableSort("orderedAt", false)),
            Object[].class)
        .setFirstResult(request.first())
        .setMaxResults(request.size())
        .getResultStream()
        .map(SalesOrders::row)
        .toList();
  }

  /**
   * The orders that entered our books before this one, the newest first, however many there are
   * after it.
   *
   * @param id absent: from the newest on
   */
  public List<OrderEntry> before(OrderFilter filter, Optional<Long> id, int atMost) {
    return filtered(
            "select o.number, o.type, o.status, o.storeName, o.amazonOrderId, o.orderedAt,"
                + " o.businessDate, o.shipBy, o.total, o.currency, o.id from SalesOrder o",
            filter.withBefore(id.orElse(null)),
            " order by o.id desc",
            Object[].class)
        .setMaxResults(atMost)
        .getResultStream()
        .map(row -> new OrderEntry((Long) row[10], row(row)))
        .toList();
  }

  private static OrderRow row(Object[] row) {
    String currency = (String) row[9];
    return new OrderRow(
        (String) row[0],
        (OrderType) row[1],
        (OrderStatus) row[2],
        (String) row[3],
        (String) row[4],
        (Instant) row[5],
        (LocalDate) row[6],
        (Instant) row[7],
        Amounts.in(currency, (BigDecimal) row[8]),
        currency);
  }

  /** How many orders the filter lets through. */
  public long count(OrderFilter filter) {
    return filtered("select count(o) from SalesOrder o", filter, "", Long.class).getSingleResult();
  }

  private <T> TypedQuery<T> filtered(
      String select, OrderFilter filter, String order, Class<T> resultClass) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (!filter.number().isBlank()) {
      conditions.add("o.number like :number escape '!'");
      parameters.put("number", LikePattern.startsWith(filter.number().toUpperCase(Locale.ROOT)));
    }
    if (!filter.amazonOrderId().isBlank()) {
      conditions.add("o.amazonOrderId like :amazonOrderId escape '!'");
      parameters.put("amazonOrderId", LikePattern.startsWith(filter.amazonOrderId()));
    }
    equal(conditions, parameters, "status", filter.status());
    equal(conditions, parameters, "type", filter.type());
    equal(conditions, parameters, "storeId", filter.storeId());
    if (filter.before() != null) {
      conditions.add("o.id < :before");
      parameters.put("before", filter.before());
    }
    if (filter.from() != null) {
      conditions.add("o.businessDate >= :from and o.orderedAt >= :earliest");
      parameters.put("from", filter.from());
      // A business date lies within a day of its instant; said, so that the index is used.
      parameters.put(
          "earliest", filter.from().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    if (filter.to() != null) {
      conditions.add("o.businessDate <= :to and o.orderedAt < :latest");
      parameters.put("to", filter.to());
      parameters.put("latest", filter.to().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> query = entities.createQuery(select + where + order, resultClass);
    parameters.forEach(query::setParameter);
    return query;
  }

  private static void equal(
      List<String> conditions, Map<String, Object> parameters, String field, Object wanted) {
    if (wanted != null) {
      conditions.add("o." + field + " = :" + field);
      parameters.put(field, wanted);
    }
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
    added.forEach(this::giveNumbers);
    rows().insert(added.values().stream().flatMap(List::stream).toList());
    entities.flush();
    // Only these: the caller may hold other entities in the same transaction.
    orders.forEach(entities::detach);
  }

  private void giveNumbers(OrderType type, List<Order> added) {
    List<?> counts =
        entities
            .createNativeQuery(
                "select nextval('" + type.sequence() + "') from generate_series(1, ?)")
            .setParameter(1, added.size())
            .getResultList();
    for (int index = 0; index < added.size(); index++) {
      added.get(index).giveNumber(((Number) counts.get(index)).longValue());
    }
  }
}
