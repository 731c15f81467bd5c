package org.storesync.platform.text;

/**
 * Texts in files that people open with a spreadsheet. What others wrote, a buyer's or a seller's
 * text, must not run there as a formula.
 */
public final class SpreadsheetCell {

  /** What spreadsheets take for the beginning of a formula, or skip before one. */
  private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetCell() {}

  /** The text, behind an apostrophe if a spreadsheet would run it; an absent one is empty. */
  public static String harmless(Object value) {
    String text = value == null ? "" : value.toString();
    return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
