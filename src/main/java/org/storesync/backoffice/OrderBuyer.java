package org.storesync.backoffice;

/** Who bought; each may be empty. Personal data. */
public record OrderBuyer(String name, String email, String company, String purchaseOrder) {

  @Override
  public String toString() {
    return "OrderBuyer[closed]";
  }
}
