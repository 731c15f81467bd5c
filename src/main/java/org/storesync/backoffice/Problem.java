package org.storesync.backoffice;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.storesync.platform.text.RoomTexts;

/**
 * Why something that a person asked for is refused.
 *
 * @param key of the sentence in this room's texts, below {@code problem.}
 * @param arguments what the sentence names
 */
public record Problem(String key, List<Object> arguments) implements Serializable {

  private static final RoomTexts TEXTS = RoomTexts.of(Problem.class);

  static Problem of(String key, Object... arguments) {
    return new Problem(key, List.of(arguments));
  }

  /** The sentence for people. */
  public String text(Locale language) {
    return TEXTS.text(language, "problem." + key, arguments.toArray());
  }
}
