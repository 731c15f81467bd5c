package org.storesync.web;

import java.util.Optional;

/**
 * A page on the menu.
 *
 * @param name file name without its ending; its label is the text {@code web.menu.<name>}
 * @param icon PrimeIcons class
 * @param formNumber number of the form in the reference product, which people may type to find it
 * @param role who sees it
 */
public record MenuPage(String name, String icon, Optional<String> formNumber, String role) {

  public String address() {
    return "/" + name + ".xhtml";
  }

  public String labelKey() {
    return "web.menu." + name;
  }

  /** For the page's search box; empty without a number. */
  public String number() {
    return formNumber.orElse("");
  }
}
