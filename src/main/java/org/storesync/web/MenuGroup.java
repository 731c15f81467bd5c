package org.storesync.web;

import java.util.List;

/**
 * Pages that are used equally often.
 *
 * @param name its label is the text {@code web.group.<name>}
 */
public record MenuGroup(String name, List<MenuPage> pages) {

  public String labelKey() {
    return "web.group." + name;
  }
}
