package org.storesync.simulator.account;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the log of requests.
 *
 * @param time when it came in
 * @param operation name in Amazon's description
 * @param parameters what was asked for, never a secret
 * @param status HTTP status of the answer
 * @param orders number of orders in the answer
 * @param requestId Amazon's id of the request
 * @param userAgent how the caller named itself, empty if it did not
 */
public record ReceivedRequest(
    Instant time,
    String operation,
    Map<String, String> parameters,
    int status,
    int orders,
    String requestId,
    String userAgent) {}
