package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/** How the frame stands at this browser. */
@Named
@RequestScoped
public class Frame {

  @Inject private BrowserChoices choices;

  /** Whether only the icons of the menu are shown. */
  public boolean isMenuFolded() {
    return choices.find("menu").filter("folded"::equals).isPresent();
  }

  /**
   * What a page without PrimeFaces' scripts has to send back with its form as {@code
   * primefaces.nonce}; those scripts do it on all other pages.
   */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }
}
