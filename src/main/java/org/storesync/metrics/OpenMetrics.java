package org.storesync.metrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The format OpenMetrics 1.0, made from the older text format of Prometheus, which is all that the
 * server speaks. They differ in how counters are described, in the order, and in the last line.
 */
final class OpenMetrics {

  static final String MEDIA_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private static final String ACCEPT = "Accept";
  private static final String NAME = "application/openmetrics-text";
  private static final String TOTAL = "_total";
  private static final String TYPE = "# TYPE ";
  private static final String HELP = "# HELP ";
  private static final String LAST_LINE = "# EOF";

  private OpenMetrics() {}

  static boolean isAskedFor(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(ACCEPT))
        .filter(accepted -> accepted.toLowerCase(Locale.ROOT).contains(NAME))
        .isPresent();
  }

  /** The same request, to a server that refuses what it does not speak. */
  static HttpServletRequest askingForText(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {

      @Override
      public String getHeader(String name) {
        return ACCEPT.equalsIgnoreCase(name) ? "text/plain" : super.getHeader(name);
      }

      @Override
      public Enumeration<String> getHeaders(String name) {
        return ACCEPT.equalsIgnoreCase(name)
            ? Collections.enumeration(List.of(getHeader(name)))
            : super.getHeaders(name);
      }
    };
  }

  /**
   * @param lines in the text format of Prometheus
   */
  static List<String> of(List<String> lines) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.startsWith(TYPE)) {
        String[] words = line.split(" ", 4);
        types.put(words[2], words[3]);
      }
    }
    Map<String, Family> families = new LinkedHashMap<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        String name = describedName(line, types);
        families
            .computeIfAbsent(name, any -> Family.of(name, types.getOrDefault(name, "unknown")))
            .add(line);
      }
    }
    List<String> all = new ArrayList<>();
    families.values().forEach(family -> all.addAll(family.lines()));
    all.add(LAST_LINE);
    return all;
  }

  /** The name under which a line's series was described; a summary has several. */
  private static String describedName(String line, Map<String, String> types) {
    if (line.startsWith("#")) {
      return line.split(" ", 4)[2];
    }
    String name = line.split("[{ ]", 2)[0];
    String summary = name.replaceFirst("_(count|sum)$", "");
    return !types.containsKey(name) && "summary".equals(types.get(summary)) ? summary : name;
  }

  /**
   * What belongs together.
   *
   * @param name without the end that only samples of counters have
   */
  private record Family(String name, String type, List<String> help, List<String> samples) {

    /** A counter whose samples do not end as those of counters do must not be called one. */
    static Family of(String described, String type) {
      boolean counter = "counter".equals(type);
      boolean total = counter && described.endsWith(TOTAL);
      return new Family(
          total ? described.substring(0, described.length() - TOTAL.length()) : described,
          counter && !total ? "unknown" : type,
          new ArrayList<>(),
          new ArrayList<>());
    }

    void add(String line) {
      if (line.startsWith(HELP)) {
        help.add(HELP + name + " " + line.split(" ", 4)[3]);
      } else if (!line.startsWith("#")) {
        samples.add(line);
      }
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(TYPE + name + " " + type);
      lines.addAll(help);
      lines.addAll(samples);
      return lines;
    }
  }
}
