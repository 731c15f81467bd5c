package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Says something to the person at the page. What has to be read stays above the content until it is
 * dismissed; a toast goes by itself and is only for what needs no reading ("Saved").
 */
@Named
@RequestScoped
public class PageMessages {

  /** Name under which the template shows toasts. */
  private static final String TOAST = "toast";

  /** Name under which an open dialog shows what concerns it. */
  private static final String DIALOG = "dialog";

  @Inject private Texts texts;

  /** The text {@code room.key} as a result that stays. */
  public void inform(String roomAndKey, Object... arguments) {
    add(null, FacesMessage.SEVERITY_INFO, texts.of(roomAndKey, arguments));
  }

  /** The text {@code room.key} as a warning that stays. */
  public void warn(String roomAndKey, Object... arguments) {
    add(null, FacesMessage.SEVERITY_WARN, texts.of(roomAndKey, arguments));
  }

  /** The text {@code room.key} as a failure that stays: what, to what, what to do next. */
  public void fail(String roomAndKey, Object... arguments) {
    add(null, FacesMessage.SEVERITY_ERROR, texts.of(roomAndKey, arguments));
  }

  /**
   * The text {@code room.key} as a failure inside the open dialog, which has {@code
   * <s:dialogMessages/>}; keeps the dialog open.
   */
  public void failInDialog(String roomAndKey, Object... arguments) {
    add(DIALOG, FacesMessage.SEVERITY_ERROR, texts.of(roomAndKey, arguments));
    FacesContext.getCurrentInstance().validationFailed();
  }

  /** A sentence that is already in words, for example one that was recorded. */
  public void failInWords(String sentence) {
    add(null, FacesMessage.SEVERITY_ERROR, sentence);
  }

  /** The text {@code room.key}, shown for a moment. */
  public void toast(String roomAndKey, Object... arguments) {
    add(TOAST, FacesMessage.SEVERITY_INFO, texts.of(roomAndKey, arguments));
  }

  /** Lets what was said survive the redirect that follows. */
  public void keepForNextPage() {
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
  }

  /** What the template shows above the content, in the order in which it was said. */
  public List<PageMessage> getForPage() {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<PageMessage> messages = new ArrayList<>();
    for (Iterator<String> places = faces.getClientIdsWithMessages(); places.hasNext(); ) {
      String place = places.next();
      if (!TOAST.equals(place) && !DIALOG.equals(place)) {
        faces.getMessageList(place).forEach(message -> messages.add(PageMessage.of(message)));
      }
    }
    return messages;
  }

  /** What the open dialog shows. */
  public List<PageMessage> getForDialog() {
    return FacesContext.getCurrentInstance().getMessageList(DIALOG).stream()
        .map(PageMessage::of)
        .toList();
  }

  private static void add(String place, Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(place, new FacesMessage(severity, text, null));
  }
}
