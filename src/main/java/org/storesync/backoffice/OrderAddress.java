package org.storesync.backoffice;

/** Where an order goes; each may be empty. Personal data. */
public record OrderAddress(
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
    String phone) {

  @Override
  public String toString() {
    return "OrderAddress[closed]";
  }
}
