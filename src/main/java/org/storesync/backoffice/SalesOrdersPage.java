package org.storesync.backoffice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSource;
import org.storesync.web.LazyTable;
import org.storesync.web.PageMessages;

/** The page Sales Orders: all orders of our books. Its filters are in its address. */
@Named
@ViewScoped
public class SalesOrdersPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SalesOrders salesOrders;
  @Inject private PageMessages messages;

  private String number = "";
  private String order = "";
  private String status = "";
  private String type = "";
  private String store = "";
  private String from = "";
  private String to = "";

  private OrderFilter filter = OrderFilter.ALL;
  private final LazyTable<OrderRow> table = new LazyTable<>(new Rows(), OrderRow::number);
  private List<OrderStore> stores;

  private final class Rows implements TableSource<OrderRow> {

    private static final long serialVersionUID = 1L;

    @Override
    public long count(Map<String, Object> filters) {
      return salesOrders.count(filter);
    }

    @Override
    public List<OrderRow> rows(TableRequest request) {
      return salesOrders.page(filter, request);
    }

    @Override
    public Optional<OrderRow> row(String key) {
      return Optional.empty();
    }
  }

  /** Reads the filters of the address. */
  public void open() {
    filter =
        new OrderFilter(
            number,
            order,
            read(status, name -> named(OrderStatus.values(), name)),
            read(type, name -> named(OrderType.values(), name)),
            read(store, this::storeId),
            read(from, SalesOrdersPage::date),
            read(to, SalesOrdersPage::date),
            null);
  }

  /** What the address says; what can't be understood is said and left out. */
  private <T> T read(String text, Function<String, Optional<T>> reading) {
    if (text.isEmpty()) {
      return null;
    }
    Optional<T> understood = reading.apply(text);
    if (understood.isEmpty()) {
      messages.warn("backoffice.filter.notUnderstood", text);
    }
    return understood.orElse(null);
  }

  private static <T extends Enum<T>> Optional<T> named(T[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private Optional<Long> storeId(String name) {
    return getStores().stream()
        .filter(known -> known.name().equals(name))
        .map(OrderStore::id)
        .findFirst();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public boolean isFiltered() {
    return !filter.equals(OrderFilter.ALL);
  }

  public LazyTable<OrderRow> getTable() {
    return table;
  }

  public List<OrderStore> getStores() {
    if (stores == null) {
      stores = salesOrders.stores();
    }
    return stores;
  }

  public OrderStatus[] getStatuses() {
    return OrderStatus.values();
  }

  public OrderType[] getTypes() {
    return OrderType.values();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = text(number);
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = text(order);
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = text(status);
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = text(type);
  }

  public String getStore() {
    return store;
  }

  public void setStore(String store) {
    this.store = text(store);
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = text(from);
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = text(to);
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
