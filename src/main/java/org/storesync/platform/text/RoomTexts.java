package org.storesync.platform.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one room: the bundle {@code Texts} beside its classes, one file per language.
 * Patterns are {@link MessageFormat}, also those without arguments.
 */
public final class RoomTexts {

  /** The language of what is recorded in the database: one for all, so that it can be searched. */
  public static final Locale RECORDED = Locale.ENGLISH;

  private static final String ROOT = "org.storesync.";

  private final String bundleName;
  private final ClassLoader loader;

  // Each record has one written: reading the pattern anew would cost more than filling it in.
  private final Map<String, MessageFormat> recorded = new ConcurrentHashMap<>();

  private RoomTexts(String bundleName, ClassLoader loader) {
    this.bundleName = bundleName;
    this.loader = loader;
  }

  /** The texts of the room that this class lives in. */
  public static RoomTexts of(Class<?> member) {
    return new RoomTexts(member.getPackageName() + ".Texts", member.getClassLoader());
  }

  /**
   * The texts of a room by its path.
   *
   * @param room path below the root package, for example {@code prepare} or {@code kind/salesorder}
   */
  public static RoomTexts ofRoom(String room) {
    return new RoomTexts(
        ROOT + room.replace('/', '.') + ".Texts", RoomTexts.class.getClassLoader());
  }

  /**
   * The text in this language, with its arguments filled in.
   *
   * @throws MissingResourceException if the room has no such text: a defect, never shown as a key
   */
  public String text(Locale language, String key, Object... arguments) {
    return format(language, key).format(arguments);
  }

  private MessageFormat format(Locale language, String key) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            bundleName,
            language,
            loader,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), language);
  }

  /** The text as it is recorded in the database. */
  public String recorded(String key, Object... arguments) {
    MessageFormat format = recorded.computeIfAbsent(key, any -> format(RECORDED, any));
    // No two threads may use one at the same time.
    return ((MessageFormat) format.clone()).format(arguments);
  }
}
