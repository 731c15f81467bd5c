package org.storesync.simulator.demo;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.Moments;

/** The data set PACKAGES of a seller-fulfilled order: one parcel, or two where it went in parts. */
final class PackageDocument {

  private final DemoOrder order;
  private final List<Line> lines;

  PackageDocument(DemoOrder order, List<Line> lines) {
    this.order = order;
    this.lines = lines;
  }

  /** The parcels that have left; none as long as nothing is shipped. */
  JsonArrayBuilder all() {
    JsonArrayBuilder parcels = JsonText.array();
    boolean split = order.since(Stage.PARTLY_SHIPPED).isPresent();
    order.since(Stage.PARTLY_SHIPPED).ifPresent(left -> parcels.add(parcel(1, left, 0, 1)));
    order
        .since(Stage.SHIPPED)
        .ifPresent(left -> parcels.add(parcel(split ? 2 : 1, left, split ? 1 : 0, lines.size())));
    return parcels;
  }

  private JsonObjectBuilder parcel(int number, Instant left, int firstLine, int endLine) {
    boolean delivered = order.stage() == Stage.DELIVERED;
    JsonArrayBuilder items = JsonText.array();
    for (int line = firstLine; line < endLine; line++) {
      items.add(
          JsonText.object()
              .add("orderItemId", order.itemId(line))
              .add("quantity", lines.get(line).quantity()));
    }
    return JsonText.object()
        .add("packageReferenceId", String.valueOf(number))
        .add("createdTime", Moments.text(left))
        .add(
            "packageStatus",
            JsonText.object().add("status", delivered ? "DELIVERED" : "IN_TRANSIT"))
        .add("carrier", "DHL")
        .add("shipTime", Moments.text(left))
        .add("shippingService", "Standard")
        .add("trackingNumber", "JD" + order.itemId(number))
        .add("packageItems", items);
  }
}
