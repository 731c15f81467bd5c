package org.storesync.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages of this server, with parameters. */
final class PageLink {

  private PageLink() {}

  /**
   * @param page path with its ending
   * @param parameters names and values in turn
   */
  static String to(String page, Object... parameters) {
    StringBuilder address = new StringBuilder(page);
    for (int place = 0; place < parameters.length; place += 2) {
      address
          .append(place == 0 ? '?' : '&')
          .append(parameters[place])
          .append('=')
          .append(URLEncoder.encode(parameters[place + 1].toString(), StandardCharsets.UTF_8));
    }
    return address.toString();
  }
}
