package org.storesync.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;

/**
 * The address of what a page shows, to be kept as a bookmark or sent to a colleague. What is blank
 * is left out.
 */
public class PageAddress {

  private final String page;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  /**
   * @param page file name, for example {@code sync-history.xhtml}
   */
  public PageAddress(String page) {
    this.page = page;
  }

  public PageAddress with(String name, Object value) {
    String written = value == null ? "" : value.toString();
    if (!written.isBlank()) {
      parameters.put(name, written);
    }
    return this;
  }

  public PageAddress with(Map<String, ?> more) {
    more.forEach(this::with);
    return this;
  }

  /** Relative to the other pages. */
  @Override
  public String toString() {
    return parameters.isEmpty()
        ? page
        : parameters.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&", page + "?", ""));
  }

  /** Has the browser show it, without loading the page again; Back leads to the one before. */
  public void show() {
    PrimeFaces.current().executeScript("StoreSyncAddress.show('" + this + "')");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
