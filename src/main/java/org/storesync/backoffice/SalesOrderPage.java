package org.storesync.backoffice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of one order, {@code ?number=SO000123}. Keeps neither the order nor personal data
 * between requests: buyer and address are read when an operator asks to see them.
 */
@Named
@ViewScoped
public class SalesOrderPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SalesOrders salesOrders;
  @Inject private SalesOrderDesk desk;

  private String number = "";
  private transient OrderView view;
  private transient OrderParties parties;

  /** The order; null if there is none with this number, for the page to say so. */
  public OrderView getView() {
    if (view == null) {
      view = salesOrders.view(number).orElse(null);
    }
    return view;
  }

  /** Shows buyer and address. */
  public void showParties() {
    parties = desk.parties(number).orElse(null);
  }

  public boolean isPartiesShown() {
    return parties != null;
  }

  public OrderBuyer getBuyer() {
    return Optional.ofNullable(parties).flatMap(OrderParties::buyer).orElse(null);
  }

  public OrderAddress getAddress() {
    return Optional.ofNullable(parties).flatMap(OrderParties::shipTo).orElse(null);
  }

  /** The address as it stands on a parcel, without empty lines. */
  public List<String> getAddressLines() {
    OrderAddress to = getAddress();
    return Stream.of(
            to.name(),
            to.company(),
            to.street1(),
            to.street2(),
            to.street3(),
            (to.postalCode() + " " + to.city()).strip(),
            to.district(),
            to.state(),
            to.country())
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** The item id of a line as part of an address. */
  public String itemAddress(OrderLineContent line) {
    return URLEncoder.encode(getView().itemIds().get(line.item()), StandardCharsets.UTF_8);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number == null ? "" : number.strip();
  }
}
