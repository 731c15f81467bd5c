package org.storesync.backoffice;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.storesync.platform.database.RowArrays;
import org.storesync.platform.database.RowNumbers;

/** The form for PostgreSQL: one statement for all orders, one for all their lines. */
@Stateless
@LocalBean
public class PostgresqlOrderRows implements OrderRows {

  @PersistenceContext private EntityManager entities;

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
