package org.storesync.simulator.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as the simulated marketplace sees it.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path below the simulator's own address, decoded, beginning with a slash
 * @param query decoded values by name, in the order they were given
 * @param headers values by name in lower case
 * @param body text of the body, empty if there is none
 */
public record SimulatorRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {

  /** A request without a body. */
  public static SimulatorRequest get(String path, String query, Map<String, String> headers) {
    return new SimulatorRequest("GET", path, FormText.parse(query), headers, "");
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first value of this name. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** True for this method on this path. */
  public boolean is(String expectedMethod, String expectedPath) {
    return method.equals(expectedMethod) && path.equals(expectedPath);
  }
}
