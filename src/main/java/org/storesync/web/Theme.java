package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Light, dark, or as the system has it: chosen in the frame. */
@Named
@RequestScoped
public class Theme {

  private static final List<String> OFFERED = List.of("system", "light", "dark");

  @Inject private BrowserChoices choices;

  public String getChoice() {
    return choices.find("theme").filter(OFFERED::contains).orElse(OFFERED.get(0));
  }

  public List<String> getOffered() {
    return OFFERED;
  }

  /** When the style sheet of the light theme applies; the browser ignores the other one. */
  public String getLightMedia() {
    return media("light");
  }

  /** When the style sheet of the dark theme applies. */
  public String getDarkMedia() {
    return media("dark");
  }

  private String media(String scheme) {
    String choice = getChoice();
    if (choice.equals("system")) {
      return "(prefers-color-scheme: " + scheme + ")";
    }
    return choice.equals(scheme) ? "all" : "not all";
  }
}
