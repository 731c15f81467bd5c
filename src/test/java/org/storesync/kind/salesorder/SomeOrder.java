package org.storesync.kind.salesorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.storesync.connector.DocumentId;
import org.storesync.kind.salesorder.SalesOrder.Fulfiller;
import org.storesync.kind.salesorder.SalesOrder.OrderStatus;

/** An order for the rules of its kinds. */
public final class SomeOrder {

  static final Instant ORDERED = Instant.parse("2026-11-20T10:00:00Z");
  static final Instant SHIP_BY = Instant.parse("2026-11-22T10:00:00Z");

  private SomeOrder() {}

  public static SalesOrder of(
      OrderStatus status,
      Fulfiller fulfiller,
      Optional<String> replaces,
      String currency,
      String sku,
      int... quantities) {
    BigDecimal none = BigDecimal.ZERO;
    List<SalesOrder.Line> lines =
        IntStream.range(0, quantities.length)
            .mapToObj(
                place ->
                    new SalesOrder.Line(
                        String.valueOf(place),
                        sku,
                        "",
                        "Cup",
                        quantities[place],
                        0,
                        Optional.empty(),
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none))
            .toList();
    return new SalesOrder(
        new DocumentId("1-2-3"),
        Optional.empty(),
        ORDERED,
        status,
        fulfiller,
        "ATVPDKIKX0DER",
        "Amazon.com",
        replaces,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.of(SHIP_BY),
        Optional.empty(),
        currency,
        lines,
        none,
        new BigDecimal("12.30"));
  }
}
