package org.storesync.simulator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.storesync.simulator.order.OrderPosition;

/**
 * The token of the next page. It holds all that the next page needs, signed: nothing is remembered
 * between pages, and a restart changes nothing. It is good for the same seller and the same
 * parameters, for 24 hours.
 *
 * @param seller account that it belongs to
 * @param essence what must stay the same from page to page
 * @param expires the moment from which it is refused
 * @param upperEnd upper end of the search, which the first page fixed
 * @param last the last order that was answered
 */
record PageToken(
    String seller, String essence, Instant expires, Instant upperEnd, OrderPosition last) {

  static final Duration LIFE = Duration.ofHours(24);
  static final String EXPIRED = "The paginationToken you have submitted has expired.";

  private static final String INVALID =
      "The paginationToken you have submitted is not valid. All parameters must match the original"
          + " request except maxResultsPerPage.";

  String text() {
    return Seal.sealed(
        String.join(
            " ",
            seller,
            essence,
            expires.toString(),
            upperEnd.toString(),
            last.time().toString(),
            last.orderId()));
  }

  /**
   * The token behind the text.
   *
   * @throws InvalidParameter if it is none of ours, of another request, or too old
   */
  static PageToken accepted(String text, String seller, String essence, Instant now) {
    PageToken token =
        read(text)
            .filter(read -> read.seller.equals(seller) && read.essence.equals(essence))
            .orElseThrow(() -> new InvalidParameter(INVALID));
    if (!now.isBefore(token.expires)) {
      throw new InvalidParameter(EXPIRED);
    }
    return token;
  }

  private static Optional<PageToken> read(String text) {
    return Seal.opened(text)
        .map(content -> content.split(" "))
        .filter(parts -> parts.length == 6)
        .map(PageToken::of);
  }

  private static PageToken of(String[] parts) {
    return new PageToken(
        parts[0],
        parts[1],
        Instant.parse(parts[2]),
        Instant.parse(parts[3]),
        new OrderPosition(Instant.parse(parts[4]), parts[5]));
  }
}
