package org.storesync.simulator.api;

import jakarta.json.JsonObject;

/**
 * What an operation answers when all is well.
 *
 * @param body the answer in Amazon's shape
 * @param orders number of orders in it
 */
record OperationResult(JsonObject body, int orders) {}
