package org.storesync.platform.text;

/**
 * A cell of a CSV file that a spreadsheet program will open. A cell that begins like a formula
 * would be run as one, with whatever a stranger wrote into it; an apostrophe before it makes it a
 * text.
 */
public final class CsvCell {

  /** What begins a formula (OWASP: CSV injection), and what is skipped before one. */
  private static final String DANGEROUS_BEGINNINGS = "=+-@\t\r\n";

  private CsvCell() {}

  /** The text as it may stand in a cell; an absent one is empty. */
  public static String harmless(Object value) {
    String text = value == null ? "" : value.toString();
    return text.isEmpty() || DANGEROUS_BEGINNINGS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
