package org.storesync.api;

/**
 * How many entries one answer of a list holds.
 *
 * @param entries at most so many
 */
public record PageLimit(int entries) {

  /** Where none is asked for. */
  public static final String STANDARD = "100";

  static final int GREATEST = 1_000;

  static PageLimit read(String text) throws UnreadableValue {
    int entries = (Integer) TextValue.read(Integer.class, text);
    if (entries < 1 || entries > GREATEST) {
      throw new UnreadableValue("A page holds 1 to %d entries.".formatted(GREATEST));
    }
    return new PageLimit(entries);
  }

  /** One more than is answered, to see whether there is a next page. */
  public int withOneMore() {
    return entries + 1;
  }
}
