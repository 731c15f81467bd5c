package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferCountsTest {

  private final OfferCounts six =
      OfferCounts.NONE
          .plus(Finding.PREPARED)
          .plus(Finding.PREPARED)
          .plus(Finding.PREPARED)
          .plus(Finding.UNCHANGED)
          .plus(Finding.FILTERED)
          .plus(Finding.INVALID);

  @Test
  void each_document_counts_as_fetched_and_once_as_what_became_of_it() {
    assertThat(six).isEqualTo(new OfferCounts(6, 3, 1, 1, 1));
  }

  @Test
  void the_counts_of_two_pages_are_added() {
    assertThat(six.plus(six)).isEqualTo(new OfferCounts(12, 6, 2, 2, 2));
  }
}
