package org.storesync.process;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Working through many records in portions (domain section 3): with a limit the first records are
 * loaded, and when those are done the next ones. What the pass has attempted is not loaded again in
 * it, so that failing records never block the rest. Without a limit there is no pass.
 */
public class ProcessPass implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Rows that may be loaded at once; 0 is no limit. */
  public static final List<Integer> LIMITS = List.of(0, 1_000, 2_500, 5_000, 10_000);

  private int rowLimit;
  private Instant began;

  /**
   * Takes what an address asks for; what is not offered is as not asked.
   *
   * @param limit rows
   * @param pass what {@link #parameter} gave
   */
  public void read(String limit, String pass) {
    rowLimit =
        LIMITS.stream().filter(rows -> String.valueOf(rows).equals(limit)).findFirst().orElse(0);
    began =
        rowLimit > 0 && pass != null && pass.matches("\\d{1,15}")
            ? Instant.ofEpochMilli(Long.parseLong(pass))
            : null;
  }

  /** Everything is processed that is loaded; the first time this begins the pass. */
  public void begin(Instant now) {
    if (rowLimit > 0 && began == null) {
      // An address holds no more than milliseconds.
      began = now.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  public void startOver() {
    began = null;
  }

  public Optional<Integer> limit() {
    return rowLimit == 0 ? Optional.empty() : Optional.of(rowLimit);
  }

  /** When the pass began; absent before anything was processed in it. */
  public Optional<Instant> began() {
    return Optional.ofNullable(began);
  }

  /** When it began, for an address. */
  public String parameter() {
    return began == null ? "" : String.valueOf(began.toEpochMilli());
  }

  public int getRowLimit() {
    return rowLimit;
  }

  public void setRowLimit(int rowLimit) {
    this.rowLimit = LIMITS.contains(rowLimit) ? rowLimit : 0;
  }

  public List<Integer> getOfferedLimits() {
    return LIMITS;
  }
}
