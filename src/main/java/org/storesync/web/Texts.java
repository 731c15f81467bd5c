package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import org.storesync.platform.text.RoomTexts;

/**
 * The texts of all rooms in the language of the person at the browser, for pages: {@code
 * #{text['room.key']}} and {@code #{text.of('room.key', argument)}}. A room in a room is written
 * with a slash: {@code kind/salesorder.caption}.
 */
@Named("text")
@RequestScoped
public class Texts extends AbstractMap<String, String> {

  @Inject private Language language;

  /**
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String of(String roomAndKey, Object... arguments) {
    int dot = roomAndKey.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("A text is named by room and key, not " + roomAndKey);
    }
    return RoomTexts.ofRoom(roomAndKey.substring(0, dot))
        .text(language.getLocale(), roomAndKey.substring(dot + 1), arguments);
  }

  @Override
  public String get(Object roomAndKey) {
    return of(roomAndKey.toString());
  }

  @Override
  public boolean containsKey(Object roomAndKey) {
    return true;
  }

  /** The texts can't be listed; pages ask for them by name. */
  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }
}
