package org.storesync.simulator.api;

import java.util.function.Function;
import org.storesync.simulator.account.Fault;
import org.storesync.simulator.account.Operation;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.message.Delivery;
import org.storesync.simulator.message.SimulatorAnswer;

/** What the faults that wait in an account make of an answer. */
final class FaultyAnswer {

  private FaultyAnswer() {}

  /** An answer that a waiting fault may refuse or spoil. */
  static SimulatorAnswer of(
      SellerAccount account, Operation operation, Function<SellerAccount, SimulatorAnswer> sound) {
    return account
        .faults()
        .refusal(operation, false)
        .map(FaultyAnswer::refused)
        .orElseGet(() -> onItsWay(account, operation, sound.apply(account)));
  }

  static SimulatorAnswer refused(Fault fault) {
    return switch (fault.kind()) {
      case THROTTLED -> AmazonErrors.quotaExceeded();
      case SERVER_ERROR -> AmazonErrors.internalFailure();
      case UNAVAILABLE -> AmazonErrors.unavailable();
      case EXPIRED_TOKEN -> AmazonErrors.unauthorized(OrdersEndpoint.TOKEN_EXPIRED);
      case EXPIRED_PAGE_TOKEN -> AmazonErrors.invalidInput(PageToken.EXPIRED);
      case ON_TWO_PAGES, MISSING_FROM_LIST, SLOW, CUT, TRUNCATED ->
          throw new IllegalArgumentException(fault.kind() + " refuses nothing.");
    };
  }

  static SimulatorAnswer onItsWay(
      SellerAccount account, Operation operation, SimulatorAnswer answer) {
    return account.faults().delivery(operation).map(fault -> spoilt(answer, fault)).orElse(answer);
  }

  private static SimulatorAnswer spoilt(SimulatorAnswer answer, Fault fault) {
    return switch (fault.kind()) {
      case SLOW -> answer.delivered(Delivery.after(fault.delay()));
      case CUT -> answer.delivered(Delivery.CUT);
      case TRUNCATED -> answer.truncated();
      case THROTTLED,
          SERVER_ERROR,
          UNAVAILABLE,
          EXPIRED_TOKEN,
          EXPIRED_PAGE_TOKEN,
          ON_TWO_PAGES,
          MISSING_FROM_LIST ->
          throw new IllegalArgumentException(fault.kind() + " spoils nothing.");
    };
  }
}
