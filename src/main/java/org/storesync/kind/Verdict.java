package org.storesync.kind;

import java.util.Optional;

/**
 * Whether a document takes part, as a rule of its kind or a filter judges it.
 *
 * @param filteredBecause the reason why not, a sentence; absent if it takes part
 */
public record Verdict(Optional<String> filteredBecause) {

  private static final Verdict ACCEPTED = new Verdict(Optional.empty());

  public static Verdict accepted() {
    return ACCEPTED;
  }

  public static Verdict filtered(String because) {
    return new Verdict(Optional.of(because));
  }

  public boolean isFiltered() {
    return filteredBecause.isPresent();
  }
}
