package org.storesync.simulator.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.stream.Stream;
import org.storesync.simulator.account.Fault;
import org.storesync.simulator.account.FaultKind;
import org.storesync.simulator.account.Operation;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.message.JsonText;

/** Faults as JSON: {@code {operation, kind, answers, after, delayMillis, orderId}}. */
final class FaultControl {

  private FaultControl() {}

  /** A fault for one answer of searchOrders unless it says otherwise. */
  static Fault read(ControlBody body) {
    Fault fault =
        new Fault(
            operation(body.text("operation").orElse(Operation.SEARCH_ORDERS.key())),
            kind(body.needed("kind")),
            body.whole("answers", 1),
            body.whole("after", 0),
            Duration.ofMillis(body.whole("delayMillis", 0)),
            body.text("orderId").orElse(""));
    check(fault);
    return fault;
  }

  static JsonObject waiting(SellerAccount account) {
    JsonArrayBuilder faults = JsonText.array();
    account.faults().waiting().forEach(fault -> faults.add(json(fault)));
    return JsonText.object().add("seller", account.seller()).add("faults", faults).build();
  }

  private static void check(Fault fault) {
    if (fault.answers() < 1 || fault.after() < 0) {
      throw new ControlProblem("answers must be at least 1, after at least 0.");
    }
    if (fault.kind() == FaultKind.MISSING_FROM_LIST && fault.orderId().isEmpty()) {
      throw new ControlProblem("MISSING_FROM_LIST needs an orderId.");
    }
    if (!fits(fault)) {
      throw new ControlProblem(
          "%s can't happen to %s.".formatted(fault.kind(), fault.operation().key()));
    }
  }

  private static boolean fits(Fault fault) {
    return switch (fault.kind()) {
      case ON_TWO_PAGES, MISSING_FROM_LIST, EXPIRED_PAGE_TOKEN ->
          fault.operation() == Operation.SEARCH_ORDERS;
      case EXPIRED_TOKEN -> fault.operation() != Operation.TOKEN;
      case THROTTLED, SERVER_ERROR, UNAVAILABLE, SLOW, CUT, TRUNCATED -> true;
    };
  }

  private static Operation operation(String key) {
    return Operation.named(key)
        .orElseThrow(() -> new ControlProblem("There is no operation %s.".formatted(key)));
  }

  private static FaultKind kind(String name) {
    return Stream.of(FaultKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ControlProblem("There is no fault %s.".formatted(name)));
  }

  private static JsonObjectBuilder json(Fault fault) {
    return JsonText.object()
        .add("operation", fault.operation().key())
        .add("kind", fault.kind().name())
        .add("answers", fault.answers())
        .add("after", fault.after())
        .add("delayMillis", fault.delay().toMillis())
        .add("orderId", fault.orderId());
  }
}
