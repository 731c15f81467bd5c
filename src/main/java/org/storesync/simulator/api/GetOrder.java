package org.storesync.simulator.api;

import jakarta.json.JsonObject;
import java.util.Set;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.order.DataSet;

/** The answer of getOrder. */
final class GetOrder {

  private GetOrder() {}

  static OperationResult result(JsonObject order, Set<DataSet> included) {
    return new OperationResult(
        JsonText.object().add("order", DataSet.keep(order, included)).build(), 1);
  }
}
