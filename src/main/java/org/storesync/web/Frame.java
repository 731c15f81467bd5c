package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How the frame stands at this browser. */
@Named
@RequestScoped
public class Frame {

  @Inject private BrowserChoices choices;

  /** Whether only the icons of the menu are shown. */
  public boolean isMenuFolded() {
    return choices.find("menu").filter("folded"::equals).isPresent();
  }
}
