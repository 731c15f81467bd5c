package org.storesync.backoffice;

import java.util.Locale;

/** What an order is in our books. */
public enum OrderType {
  /** We ship it ourselves. */
  SALES_ORDER("SO", "sales_order_number_seq"),
  /** The marketplace has shipped it for us: only the invoice side is left to us. */
  INVOICE("IN", "invoice_number_seq");

  private final String prefix;
  private final String sequence;

  OrderType(String prefix, String sequence) {
    this.prefix = prefix;
    this.sequence = sequence;
  }

  /** The database sequence that counts orders of this type. */
  String sequence() {
    return sequence;
  }

  /** What people read and quote, for example {@code SO000123}. */
  public String number(long count) {
    return String.format(Locale.ROOT, "%s%06d", prefix, count);
  }
}
