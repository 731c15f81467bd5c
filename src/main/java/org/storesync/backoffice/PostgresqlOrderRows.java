package org.storesync.backoffice;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.storesync.platform.database.RowArrays;
import org.storesync.platform.database.RowNumbers;

/**
 * The form for PostgreSQL: one statement to find all orders, one to write them, one for their
 * lines.
 */
@Stateless
@LocalBean
public class PostgresqlOrderRows implements OrderRows {

  private static final List<RowArrays.Column> AMAZON_ORDERS =
      RowArrays.columns("text amazon_order_id, bigint store_id");

  /**
   * Each order is looked up by itself: as a join, PostgreSQL may read all orders for it while it
   * does not know how many they have become.
   */
  private static final String NUMBERS =
      "select x.amazon_order_id, o.number from :rows cross join lateral (select o.number from"
          + " sales_order o where o.store_id = x.store_id and o.amazon_order_id ="
          + " x.amazon_order_id offset 0) o";

  @PersistenceContext private EntityManager entities;

  @Override
  public Map<String, String> numbers(long storeId, Collection<String> amazonOrderIds) {
    RowArrays rows = new RowArrays(AMAZON_ORDERS);
    amazonOrderIds.forEach(id -> rows.add(id, storeId));
    Map<String, String> numbers = new HashMap<>();
    rows.select(connection(), NUMBERS, row -> numbers.put(row.getString(1), row.getString(2)));
    return numbers;
  }

  @Override
  public void insert(Collection<Order> added) {
    if (added.isEmpty()) {
      return;
    }
    RowArrays orders = new RowArrays(Order.COLUMNS);
    RowArrays lines = new RowArrays(OrderLine.COLUMNS);
    Iterator<Long> ids =
        RowNumbers.next(connection(), "sales_order_seq", Order.NUMBERS_AT_ONCE, added.size());
    Iterator<Long> lineIds =
        RowNumbers.next(
            connection(),
            "sales_order_line_seq",
            OrderLine.NUMBERS_AT_ONCE,
            added.stream().mapToInt(order -> order.lines().size()).sum());
    for (Order order : added) {
      order.giveId(ids.next());
      orders.add(order.row());
      order.lines().forEach(line -> lines.add(line.row(lineIds.next(), order.id())));
    }
    insert("sales_order", orders, Order.COLUMNS);
    insert("sales_order_line", lines, OrderLine.COLUMNS);
  }

  private void insert(String table, RowArrays rows, List<RowArrays.Column> columns) {
    if (!rows.isEmpty()) {
      String names = RowArrays.names(columns);
      rows.execute(
          connection(), "insert into %s (%s) select %s from :rows".formatted(table, names, names));
    }
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
