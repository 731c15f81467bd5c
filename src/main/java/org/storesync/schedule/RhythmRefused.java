package org.storesync.schedule;

import java.util.Locale;
import org.storesync.platform.text.RoomTexts;

/** What was given is no rhythm. */
public class RhythmRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final RoomTexts TEXTS = RoomTexts.of(RhythmRefused.class);

  private final String what;
  private final transient Object[] arguments;

  RhythmRefused(String what, Object... arguments) {
    super(TEXTS.recorded("rhythm.refused." + what, arguments));
    this.what = what;
    this.arguments = arguments.clone();
  }

  /** What to correct, a sentence. */
  public String words(Locale language) {
    return TEXTS.text(language, "rhythm.refused." + what, arguments);
  }
}
