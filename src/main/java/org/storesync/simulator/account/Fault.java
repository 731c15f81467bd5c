package org.storesync.simulator.account;

import java.time.Duration;

/**
 * A fault that waits for requests of one operation.
 *
 * @param operation the operation it strikes
 * @param kind what goes wrong
 * @param answers how many answers it strikes, at least one
 * @param after how many answers that it could strike it lets pass before
 * @param delay for {@link FaultKind#SLOW}
 * @param orderId for {@link FaultKind#MISSING_FROM_LIST}, else empty
 */
public record Fault(
    Operation operation, FaultKind kind, int answers, int after, Duration delay, String orderId) {

  boolean strikes(Operation asked, FaultKind.Phase phase, boolean withPageToken) {
    return operation == asked
        && kind.phase() == phase
        && (kind != FaultKind.EXPIRED_PAGE_TOKEN || withPageToken);
  }

  /** The fault that is left after one more answer. */
  Fault passed() {
    return after > 0
        ? new Fault(operation, kind, answers, after - 1, delay, orderId)
        : new Fault(operation, kind, answers - 1, 0, delay, orderId);
  }
}
