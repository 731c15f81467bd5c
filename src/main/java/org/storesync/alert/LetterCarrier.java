package org.storesync.alert;

/** Brings letters of one channel to where they are read. Speaks over the network. */
public interface LetterCarrier {

  /** That of its writer. */
  String channel();

  /**
   * Brings a letter, within a bounded time.
   *
   * @param number of the letter, the same at each try
   * @throws LetterRefused if it did not arrive; it may be tried again
   */
  void carry(long number, Letter letter) throws LetterRefused;
}
