package org.storesync.simulator.message;

import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP answer of the simulated marketplace.
 *
 * @param status HTTP status
 * @param headers values by name
 * @param body JSON text, or empty
 * @param delivery how it reaches the caller
 */
public record SimulatorAnswer(
    int status, Map<String, String> headers, String body, Delivery delivery) {

  public static SimulatorAnswer of(int status, JsonValue body) {
    return new SimulatorAnswer(status, Map.of(), body.toString(), Delivery.PROMPT);
  }

  public static SimulatorAnswer empty(int status) {
    return new SimulatorAnswer(status, Map.of(), "", Delivery.PROMPT);
  }

  public SimulatorAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new SimulatorAnswer(status, more, body, delivery);
  }

  public SimulatorAnswer delivered(Delivery way) {
    return new SimulatorAnswer(status, headers, body, way);
  }

  /** A whole HTTP answer whose JSON ends in the middle. */
  public SimulatorAnswer truncated() {
    return new SimulatorAnswer(status, headers, body.substring(0, body.length() / 2), delivery);
  }
}
