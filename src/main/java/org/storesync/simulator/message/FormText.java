package org.storesync.simulator.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text of the form {@code a=b&c=d}, as in a query and in a posted form. */
public final class FormText {

  private FormText() {}

  /**
   * The values by name. A name without a sign of equality has the empty value.
   *
   * @throws MalformedForm if a percent sign is not followed by two hexadecimal digits
   */
  public static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        values
            .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new MalformedForm(malformed);
    }
  }
}
