package org.storesync.simulator.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.storesync.simulator.account.ReceivedRequest;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.Moments;

/** The log of requests as JSON, oldest first. */
final class RequestControl {

  private RequestControl() {}

  /** All requests, or those of one operation. */
  static JsonObject received(SellerAccount account, Optional<String> operation) {
    List<ReceivedRequest> lines =
        account.log().lines().stream()
            .filter(line -> operation.stream().allMatch(line.operation()::equals))
            .toList();
    JsonArrayBuilder requests = JsonText.array();
    lines.forEach(line -> requests.add(json(line)));
    return JsonText.object()
        .add("seller", account.seller())
        .add("total", lines.size())
        .add("requests", requests)
        .build();
  }

  private static JsonObjectBuilder json(ReceivedRequest line) {
    JsonObjectBuilder parameters = JsonText.object();
    line.parameters().forEach(parameters::add);
    return JsonText.object()
        .add("time", Moments.text(line.time()))
        .add("operation", line.operation())
        .add("parameters", parameters)
        .add("status", line.status())
        .add("orders", line.orders())
        .add("requestId", line.requestId())
        .add("userAgent", line.userAgent());
  }
}
