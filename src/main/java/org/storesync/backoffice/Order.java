package org.storesync.backoffice;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.storesync.platform.database.RowArrays;

/**
 * A sales order of our books, or the invoice-type order for goods that the marketplace shipped for
 * us ({@link OrderType}). Its number is ours and never changes; its natural key is the store and
 * the Amazon order id, of which there is one order only. Everything else is its {@link
 * OrderContent}, taken over as a whole.
 */
// Not named Order for queries: that is a word of the query language.
@Entity(name = "SalesOrder")
@Table(name = "sales_order")
public class Order {

  static final int NUMBERS_AT_ONCE = 500;

  /** What {@link #row} answers: all that is stored of a new order but its lines. */
  static final List<RowArrays.Column> COLUMNS =
      RowArrays.columns(
          "bigint id, text number, text type, text status, bigint store_id, text store_name,"
              + " text amazon_order_id, text replaced_order_id, timestamptz ordered_at,"
              + " date business_date, timestamptz ship_by, timestamptz deliver_by,"
              + " text service_level, text marketplace, text sales_channel, bytea buyer,"
              + " bytea ship_to, text currency, numeric other_charges, numeric total,"
              + " timestamptz created_at, timestamptz changed_at, int version");

  private static final ClosedBuyer CLOSED_BUYER = new ClosedBuyer();
  private static final ClosedAddress CLOSED_ADDRESS = new ClosedAddress();

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sales_order_seq")
  @SequenceGenerator(
      name = "sales_order_seq",
      sequenceName = "sales_order_seq",
      allocationSize = NUMBERS_AT_ONCE)
  private Long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private OrderType type;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Column(name = "store_id")
  private long storeId;

  @Column(name = "store_name")
  private String storeName;

  @Column(name = "amazon_order_id")
  private String amazonOrderId;

  @Column(name = "replaced_order_id")
  private String replacedOrderId;

  @Column(name = "ordered_at")
  private Instant orderedAt;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Column(name = "ship_by")
  private Instant shipBy;

  @Column(name = "deliver_by")
  private Instant deliverBy;

  @Column(name = "service_level")
  private String serviceLevel;

  private String marketplace;

  @Column(name = "sales_channel")
  private String salesChannel;

  @Convert(converter = ClosedBuyer.class)
  private OrderBuyer buyer;

  @Convert(converter = ClosedAddress.class)
  @Column(name = "ship_to")
  private OrderAddress shipTo;

  private String currency;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<OrderLine> lines = new ArrayList<>();

  @Column(name = "other_charges")
  private BigDecimal otherCharges;

  private BigDecimal total;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected Order() {}

  /**
   * A new order; it gets its number when it is saved.
   *
   * @param storeId number of the store it came from
   * @param storeName the store's name
   * @param now when it is made
   */
  public Order(
      OrderType type,
      long storeId,
      String storeName,
      String amazonOrderId,
      OrderContent content,
      Instant now) {
    this.type = type;
    this.storeId = storeId;
    this.storeName = storeName;
    this.amazonOrderId = amazonOrderId;
    this.createdAt = now;
    replaceBy(content, now);
  }

  public Long id() {
    return id;
  }

  /**
   * What people read and quote.
   *
   * @throws NullPointerException if the order was never saved
   */
  public String number() {
    return Objects.requireNonNull(number, "the number, which is given when it is saved");
  }

  boolean hasNumber() {
    return number != null;
  }

  void giveNumber(long count) {
    number = type.number(count);
  }

  public OrderType type() {
    return type;
  }

  public OrderStatus status() {
    return status;
  }

  public long storeId() {
    return storeId;
  }

  public String storeName() {
    return storeName;
  }

  public String amazonOrderId() {
    return amazonOrderId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Whether any goods have left. */
  public boolean hasShipped() {
    return status.hasShipped() || lines.stream().anyMatch(line -> line.content().skuShipped() > 0);
  }

  public OrderContent content() {
    return new OrderContent(
        status,
        orderedAt,
        businessDate,
        Optional.ofNullable(shipBy),
        Optional.ofNullable(deliverBy),
        serviceLevel,
        marketplace,
        salesChannel,
        Optional.ofNullable(replacedOrderId),
        Optional.ofNullable(buyer),
        Optional.ofNullable(shipTo),
        currency,
        lines.stream()
            .sorted(Comparator.comparingInt(OrderLine::lineNumber))
            .map(OrderLine::content)
            .toList(),
        otherCharges,
        total);
  }

  /**
   * Takes over what the order says now; a buyer or address that is no longer told is kept.
   *
   * @return whether anything changed
   */
  public boolean take(OrderContent told, Instant now) {
    OrderContent current = content();
    OrderContent wanted = told.withPartiesOf(current);
    if (wanted.equals(current)) {
      return false;
    }
    replaceBy(wanted, now);
    return true;
  }

  /**
   * Cancels the order; what it said stays readable.
   *
   * @return whether it was not cancelled before
   * @throws IllegalStateException if goods have left
   */
  public boolean cancel(Instant now) {
    if (status == OrderStatus.CANCELLED) {
      return false;
    }
    if (hasShipped()) {
      throw new IllegalStateException("Goods of %s have left".formatted(this));
    }
    status = OrderStatus.CANCELLED;
    changedAt = now;
    return true;
  }

  private void replaceBy(OrderContent content, Instant now) {
    status = content.status();
    orderedAt = content.orderedAt();
    businessDate = content.businessDate();
    shipBy = content.shipBy().orElse(null);
    deliverBy = content.deliverBy().orElse(null);
    serviceLevel = content.serviceLevel();
    marketplace = content.marketplace();
    salesChannel = content.salesChannel();
    replacedOrderId = content.replaces().orElse(null);
    buyer = content.buyer().orElse(null);
    shipTo = content.shipTo().orElse(null);
    currency = content.currency();
    replaceLinesBy(content.lines());
    otherCharges = content.otherCharges();
    total = content.total();
    changedAt = now;
  }

  /** Lines that are still there keep their rows. */
  private void replaceLinesBy(List<OrderLineContent> contents) {
    Map<String, OrderLine> gone = new HashMap<>();
    lines.forEach(line -> gone.put(line.amazonLineId(), line));
    int lineNumber = 0;
    for (OrderLineContent content : contents) {
      lineNumber++;
      OrderLine known = gone.remove(content.amazonLineId());
      if (known == null) {
        lines.add(new OrderLine(this, lineNumber, content));
      } else {
        known.take(lineNumber, content);
      }
    }
    lines.removeAll(gone.values());
  }

  List<OrderLine> lines() {
    return lines;
  }

  /** For those who store it without an entity manager. */
  void giveId(long rowNumber) {
    id = rowNumber;
  }

  /** What is stored of a new order, in the order of {@link #COLUMNS}. */
  Object[] row() {
    return new Object[] {
      id,
      number,
      type,
      status,
      storeId,
      storeName,
      amazonOrderId,
      replacedOrderId,
      orderedAt,
      businessDate,
      shipBy,
      deliverBy,
      serviceLevel,
      marketplace,
      salesChannel,
      CLOSED_BUYER.convertToDatabaseColumn(buyer),
      CLOSED_ADDRESS.convertToDatabaseColumn(shipTo),
      currency,
      otherCharges,
      total,
      createdAt,
      changedAt,
      1
    };
  }

  @Override
  public String toString() {
    return "Order[" + number + ", " + amazonOrderId + "]";
  }
}
