package org.storesync.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * What the operator says about the simulated marketplace.
 *
 * @param start moment when the demo began ({@code storesync.demo.start})
 * @param ordersPerDay average number of new orders a day ({@code storesync.demo.orders.per.day})
 * @param quotaFactor what Amazon's quotas and the header that tells them are multiplied by ({@code
 *     storesync.demo.quota.factor})
 * @param controlKey opens the control address ({@code storesync.demo.control.key})
 */
public record DemoSettings(
    Instant start, int ordersPerDay, double quotaFactor, Optional<String> controlKey) {}
