package org.storesync.alert;

import java.util.List;

/** Puts news into letters for one channel. Found as a bean, with a carrier of the same channel. */
public interface LetterWriter {

  /** Short, stable, upper case: it is stored with each letter. */
  String channel();

  /** Whether the settings say where its letters go. */
  boolean isSetUp();

  /** One letter for each recipient; none if nobody wants them. */
  List<Letter> letters(AlertNews news);
}
