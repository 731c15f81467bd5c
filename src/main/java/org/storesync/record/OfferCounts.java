package org.storesync.record;

/** What became of the documents of one page. */
public record OfferCounts(int fetched, int prepared, int unchanged, int filtered, int invalid) {

  public static final OfferCounts NONE = new OfferCounts(0, 0, 0, 0, 0);

  OfferCounts plus(Finding finding) {
    return new OfferCounts(
        fetched + 1,
        prepared + (finding == Finding.PREPARED ? 1 : 0),
        unchanged + (finding == Finding.UNCHANGED ? 1 : 0),
        filtered + (finding == Finding.FILTERED ? 1 : 0),
        invalid + (finding == Finding.INVALID ? 1 : 0));
  }

  OfferCounts plus(OfferCounts other) {
    return new OfferCounts(
        fetched + other.fetched,
        prepared + other.prepared,
        unchanged + other.unchanged,
        filtered + other.filtered,
        invalid + other.invalid);
  }
}
