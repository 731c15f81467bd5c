package org.storesync.kind.salesorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Money;

/**
 * An order that a buyer placed in a marketplace, whoever fulfils it. Amounts are exact and in the
 * order's one currency; the total is the marketplace's own, to the cent.
 *
 * @param id the marketplace's order id
 * @param modified when the marketplace last changed it
 * @param created when the buyer placed it
 * @param status how far it is
 * @param fulfilledBy who ships it
 * @param marketplace id of the country site, for example {@code ATVPDKIKX0DER}
 * @param salesChannel name of the channel, for people
 * @param replaces the order that this one replaces or exchanges, if any
 * @param buyer absent where the marketplace does not tell
 * @param shipTo absent where the marketplace does not tell; may lack name and street (FBA)
 * @param serviceLevel the marketplace's word for the shipping speed; empty if unknown
 * @param shipBy latest moment of shipping
 * @param deliverBy latest moment of delivery
 * @param currency ISO 4217 code; empty while no amount is known
 * @param lines never empty
 * @param otherCharges what the total holds beyond the lines (fees or discounts of the whole order)
 * @param total what the buyer pays
 */
public record SalesOrder(
    DocumentId id,
    Optional<Instant> modified,
    Instant created,
    OrderStatus status,
    Fulfiller fulfilledBy,
    String marketplace,
    String salesChannel,
    Optional<String> replaces,
    Optional<Buyer> buyer,
    Optional<Address> shipTo,
    String serviceLevel,
    Optional<Instant> shipBy,
    Optional<Instant> deliverBy,
    String currency,
    List<Line> lines,
    BigDecimal otherCharges,
    BigDecimal total)
    implements Document {

  /** How far an order is. */
  public enum OrderStatus {
    /** Placed, but not paid or not released: no prices yet. */
    PENDING,
    UNSHIPPED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    CANCELLED,
    UNFULFILLABLE
  }

  /** Who ships an order. */
  public enum Fulfiller {
    /** The seller (FBM). */
    SELLER,
    /** The marketplace (FBA). */
    MARKETPLACE
  }

  /** Who bought; each may be empty. Personal data. */
  public record Buyer(String name, String email, String company, String purchaseOrder) {}

  /** Where it goes; each may be empty. Personal data. */
  public record Address(
      String name,
      String company,
      String street1,
      String street2,
      String street3,
      String city,
      String district,
      String state,
      String postalCode,
      String country,
      String phone) {}

  /**
   * One line. Amounts are for the whole line, before tax where the marketplace says so; discounts
   * are zero or negative.
   *
   * @param id the marketplace's id of the line
   * @param sku the seller's; empty if unknown
   * @param asin empty if unknown
   * @param quantity units ordered
   * @param shipped units shipped so far
   * @param unitPrice of one unit as the marketplace states it; absent if it does not
   * @param items the goods
   * @param tax all taxes of the line together
   * @param other whatever else the marketplace adds to the line's total
   * @param total the sum of all amounts of the line
   */
  public record Line(
      String id,
      String sku,
      String asin,
      String title,
      int quantity,
      int shipped,
      Optional<BigDecimal> unitPrice,
      BigDecimal items,
      BigDecimal shipping,
      BigDecimal giftWrap,
      BigDecimal discount,
      BigDecimal tax,
      BigDecimal other,
      BigDecimal total) {}

  /** The total with its currency; absent while the marketplace has given no prices. */
  public Optional<Money> amount() {
    return currency.isEmpty() ? Optional.empty() : Optional.of(new Money(total, currency));
  }
}
