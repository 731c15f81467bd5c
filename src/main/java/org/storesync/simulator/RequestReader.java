package org.storesync.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.simulator.message.FormText;
import org.storesync.simulator.message.SimulatorRequest;

/** Turns what the server received into a plain value. */
final class RequestReader {

  private RequestReader() {}

  static SimulatorRequest read(HttpServletRequest request) throws IOException {
    return new SimulatorRequest(
        request.getMethod(),
        Optional.ofNullable(request.getPathInfo()).orElse("/"),
        FormText.parse(Optional.ofNullable(request.getQueryString()).orElse("")),
        headers(request),
        new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return headers;
  }
}
