package org.storesync.backoffice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.storesync.platform.database.RowArrays;

/** One line of an {@link Order}; its content is {@link OrderLineContent}. */
@Entity(name = "SalesOrderLine")
@Table(name = "sales_order_line")
public class OrderLine {

  static final int NUMBERS_AT_ONCE = 1000;

  /** What {@link #row} answers. */
  static final List<RowArrays.Column> COLUMNS =
      RowArrays.columns(
          "bigint id, bigint sales_order, int line_number, text amazon_line_id, bigint item,"
              + " text sku, text asin, text title, bigint quantity, int sku_quantity,"
              + " int sku_shipped, numeric unit_price, numeric items_amount, numeric shipping,"
              + " numeric gift_wrap, numeric discount, numeric tax, numeric other, numeric total");

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sales_order_line_seq")
  @SequenceGenerator(
      name = "sales_order_line_seq",
      sequenceName = "sales_order_line_seq",
      allocationSize = NUMBERS_AT_ONCE)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "sales_order")
  private Order order;

  @Column(name = "line_number")
  private int lineNumber;

  @Column(name = "amazon_line_id")
  private String amazonLineId;

  /** The number only: a chunk of orders must not load its items. */
  private long item;

  private String sku;
  private String asin;
  private String title;
  private long quantity;

  @Column(name = "sku_quantity")
  private int skuQuantity;

  @Column(name = "sku_shipped")
  private int skuShipped;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  @Column(name = "items_amount")
  private BigDecimal items;

  private BigDecimal shipping;

  @Column(name = "gift_wrap")
  private BigDecimal giftWrap;

  private BigDecimal discount;
  private BigDecimal tax;
  private BigDecimal other;
  private BigDecimal total;

  protected OrderLine() {}

  OrderLine(Order order, int lineNumber, OrderLineContent content) {
    this.order = order;
    this.amazonLineId = content.amazonLineId();
    take(lineNumber, content);
  }

  final void take(int number, OrderLineContent content) {
    lineNumber = number;
    item = content.item();
    sku = content.sku();
    asin = content.asin();
    title = content.title();
    quantity = content.quantity();
    skuQuantity = content.skuQuantity();
    skuShipped = content.skuShipped();
    unitPrice = content.unitPrice().orElse(null);
    items = content.items();
    shipping = content.shipping();
    giftWrap = content.giftWrap();
    discount = content.discount();
    tax = content.tax();
    other = content.other();
    total = content.total();
  }

  int lineNumber() {
    return lineNumber;
  }

  String amazonLineId() {
    return amazonLineId;
  }

  /** What is stored of it, in the order of {@link #COLUMNS}. */
  Object[] row(long rowNumber, long orderRow) {
    return new Object[] {
      rowNumber,
      orderRow,
      lineNumber,
      amazonLineId,
      item,
      sku,
      asin,
      title,
      quantity,
      skuQuantity,
      skuShipped,
      unitPrice,
      items,
      shipping,
      giftWrap,
      discount,
      tax,
      other,
      total
    };
  }

  OrderLineContent content() {
    return new OrderLineContent(
        amazonLineId,
        item,
        sku,
        asin,
        title,
        quantity,
        skuQuantity,
        skuShipped,
        Optional.ofNullable(unitPrice),
        items,
        shipping,
        giftWrap,
        discount,
        tax,
        other,
        total);
  }
}
