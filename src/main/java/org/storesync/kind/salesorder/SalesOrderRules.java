package org.storesync.kind.salesorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storesync.kind.Direction;
import org.storesync.kind.DocumentSummary;
import org.storesync.kind.EntityKind;
import org.storesync.kind.Prerequisite;
import org.storesync.kind.Verdict;
import org.storesync.platform.text.RoomTexts;

/** The rules that hold for every order, whoever fulfils it (domain section 8, order rules). */
public abstract class SalesOrderRules implements EntityKind<SalesOrder> {

  private static final RoomTexts TEXTS = RoomTexts.of(SalesOrderRules.class);

  @Override
  public Class<SalesOrder> documentClass() {
    return SalesOrder.class;
  }

  @Override
  public Direction direction() {
    return Direction.IMPORT;
  }

  @Override
  public boolean uniqueLocalId() {
    return true;
  }

  @Override
  public Verdict judge(SalesOrder order, boolean synchronizedBefore) {
    return switch (order.status()) {
      case PENDING -> Verdict.filtered(TEXTS.recorded("pending"));
      case CANCELLED ->
          // After import a cancellation is news that the back office must hear.
          synchronizedBefore
              ? Verdict.accepted()
              : Verdict.filtered(TEXTS.recorded("cancelledBeforeImport"));
      case UNSHIPPED, PARTIALLY_SHIPPED, SHIPPED, UNFULFILLABLE -> Verdict.accepted();
    };
  }

  @Override
  public DocumentSummary summarize(SalesOrder order) {
    long units = order.lines().stream().mapToLong(SalesOrder.Line::quantity).sum();
    String description =
        TEXTS.recorded(
            order.replaces().isPresent() ? "replacementDescription" : "description",
            units,
            order.salesChannel(),
            TEXTS.recorded("status." + order.status()));
    return new DocumentSummary(
        description, Optional.of(order.created()), order.shipBy(), order.amount());
  }

  @Override
  public List<Prerequisite> prerequisites(SalesOrder order) {
    return List.of();
  }

  @Override
  public List<String> problems(SalesOrder order) {
    List<String> problems = new ArrayList<>();
    if (order.lines().isEmpty()) {
      problems.add(TEXTS.recorded("noLines", order.id()));
    }
    for (SalesOrder.Line line : order.lines()) {
      if (line.sku().isEmpty() && line.asin().isEmpty()) {
        problems.add(TEXTS.recorded("lineWithoutItem", order.id(), line.id()));
      }
    }
    if (order.currency().isEmpty()) {
      problems.add(TEXTS.recorded("noCurrency", order.id()));
    }
    return problems;
  }
}
