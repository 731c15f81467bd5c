package org.storesync.simulator.demo;

import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import org.storesync.simulator.message.JsonText;

/**
 * The data sets BUYER and RECIPIENT. Of orders that Amazon ships the seller sees no name, street,
 * mail or phone; of those that the seller shipped no phone after the last day of delivery.
 */
final class AddressDocument {

  private final DemoOrder order;
  private final Person person;

  AddressDocument(DemoOrder order) {
    this.order = order;
    this.person = order.person();
  }

  JsonObjectBuilder recipient() {
    JsonObjectBuilder address = JsonText.object();
    if (order.nature().merchant()) {
      addNameAndStreet(address);
    }
    address.add("city", person.place().city());
    if (!person.place().region().isEmpty()) {
      address.add("stateOrRegion", person.place().region());
    }
    address
        .add("postalCode", person.place().postalCode())
        .add("countryCode", order.nature().marketplace().country())
        .add("addressType", order.nature().business() ? "COMMERCIAL" : "RESIDENTIAL");
    return JsonText.object().add("deliveryAddress", address);
  }

  JsonObjectBuilder buyer() {
    JsonObjectBuilder buyer = JsonText.object();
    if (order.nature().merchant()) {
      buyer.add("buyerName", person.name()).add("buyerEmail", mail());
    }
    if (order.nature().business()) {
      buyer
          .add("buyerCompanyName", person.company())
          .add("buyerPurchaseOrderNumber", "PO-" + order.itemId(0).substring(8));
    }
    return buyer;
  }

  private void addNameAndStreet(JsonObjectBuilder address) {
    address.add("name", person.name());
    if (order.nature().business()) {
      address.add("companyName", person.company());
    }
    address.add("addressLine1", person.street());
    if (order.now().isBefore(new Windows(order).deliverBy())) {
      address.add("phone", person.phone());
    }
  }

  private String mail() {
    String domain = order.nature().marketplace().site().toLowerCase(Locale.ROOT);
    return person.handle() + "@marketplace." + domain;
  }
}
