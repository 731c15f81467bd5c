package org.storesync.connector.local;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storesync.backoffice.ItemLinks;
import org.storesync.backoffice.Items;
import org.storesync.backoffice.Order;
import org.storesync.backoffice.OrderContent;
import org.storesync.backoffice.OrderStatus;
import org.storesync.backoffice.SalesOrders;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.DocumentId;
import org.storesync.connector.DocumentWrite;
import org.storesync.connector.SaveEffect;
import org.storesync.connector.SaveOutcome;
import org.storesync.connector.StoreAccess;
import org.storesync.connector.TransactionalTarget;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.text.RoomTexts;

/**
 * Sales orders into the built-in back office: orders that the seller ships become sales orders,
 * orders that the marketplace ships become invoice-type orders. An order is recognised by its store
 * and Amazon order id, which the database lets be there once.
 *
 * <p>A chunk takes a fixed number of selects. An order that can't be taken is refused before
 * anything is written and harms no other. A cancellation cancels an order of which nothing has
 * shipped, and is refused with a message otherwise (domain section 8, order rules).
 */
@ApplicationScoped
class LocalSalesOrders implements TransactionalTarget<SalesOrder> {

  private static final RoomTexts TEXTS = RoomTexts.of(LocalSalesOrders.class);

  @Inject private SalesOrders salesOrders;
  @Inject private Items items;
  @Inject private Clock clock;

  @Override
  public String system() {
    return LocalConnector.KEY;
  }

  @Override
  public Class<SalesOrder> documentClass() {
    return SalesOrder.class;
  }

  @Override
  public List<DocumentId> counterparts(StoreAccess store, SalesOrder order) {
    return counterpartsOfAll(store, List.of(order)).get(order.id());
  }

  @Override
  public Map<DocumentId, List<DocumentId>> counterpartsOfAll(
      StoreAccess store, List<SalesOrder> orders) {
    Map<String, String> numbers =
        salesOrders.numbers(
            store.storeId(), orders.stream().map(order -> order.id().value()).toList());
    Map<DocumentId, List<DocumentId>> found = new LinkedHashMap<>();
    for (SalesOrder order : orders) {
      found.put(
          order.id(),
          Optional.ofNullable(numbers.get(order.id().value())).map(DocumentId::new).stream()
              .toList());
    }
    return found;
  }

  @Override
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ConnectorFailure.class)
  public SaveOutcome.Saved save(StoreAccess store, DocumentWrite<SalesOrder> write) {
    SaveOutcome outcome = saveAll(store, List.of(write)).get(0);
    if (outcome instanceof SaveOutcome.NotSaved notSaved) {
      throw notSaved.failure();
    }
    return (SaveOutcome.Saved) outcome;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public List<SaveOutcome> saveAll(StoreAccess store, List<DocumentWrite<SalesOrder>> writes) {
    Chunk chunk = new Chunk(store, ordersOf(store, writes), linksOf(writes), clock.instant());
    List<Decision> decisions = writes.stream().map(chunk::decide).toList();
    salesOrders.saveAll(chunk.changed);
    return decisions.stream().map(Decision::outcome).toList();
  }

  @Override
  public Optional<SalesOrder> read(StoreAccess store, DocumentId id) {
    return salesOrders
        .find(id.value())
        .filter(order -> order.storeId() == store.storeId())
        .map(SalesOrderTranslation::document);
  }

  @Override
  public Optional<String> link(StoreAccess store, DocumentId id) {
    return Optional.of(
        "/sales-order.xhtml?number=" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8));
  }

  /** The orders of our books that these writes may concern, by natural key or by number. */
  private List<Order> ordersOf(StoreAccess store, List<DocumentWrite<SalesOrder>> writes) {
    List<Order> found =
        new ArrayList<>(
            salesOrders.findByAmazonOrderIds(
                store.storeId(),
                writes.stream().map(write -> write.document().id().value()).distinct().toList()));
    Set<String> numbers = new LinkedHashSet<>();
    writes.forEach(write -> write.known().ifPresent(known -> numbers.add(known.value())));
    found.forEach(order -> numbers.remove(order.number()));
    // Rare: a record was linked by hand to another order, or its order is gone.
    found.addAll(salesOrders.findByNumbers(numbers));
    return found;
  }

  private ItemLinks linksOf(List<DocumentWrite<SalesOrder>> writes) {
    Set<String> skus = new LinkedHashSet<>();
    Set<String> asins = new LinkedHashSet<>();
    for (DocumentWrite<SalesOrder> write : writes) {
      for (SalesOrder.Line line : write.document().lines()) {
        skus.add(line.sku());
        asins.add(line.asin());
      }
    }
    return items.links(skus, asins);
  }

  /** What is to happen with one order; its number is known only once the chunk is saved. */
  private sealed interface Decision {

    SaveOutcome outcome();

    record Take(Order order, SaveEffect effect) implements Decision {
      @Override
      public SaveOutcome outcome() {
        return new SaveOutcome.Saved(new DocumentId(order.number()), effect);
      }
    }

    record Refuse(String because) implements Decision {
      @Override
      public SaveOutcome outcome() {
        return new SaveOutcome.NotSaved(new ConnectorFailure.Rejected(because));
      }
    }
  }

  /** Decides order by order, in memory only. */
  private static final class Chunk {

    private final StoreAccess store;
    private final Map<String, Order> byAmazonOrderId = new HashMap<>();
    private final Map<String, Order> byNumber = new HashMap<>();
    private final ItemLinks links;
    private final Instant now;
    private final Set<Order> changed = new LinkedHashSet<>();

    Chunk(StoreAccess store, List<Order> orders, ItemLinks links, Instant now) {
      this.store = store;
      this.links = links;
      this.now = now;
      for (Order order : orders) {
        byNumber.put(order.number(), order);
        if (order.storeId() == store.storeId()) {
          byAmazonOrderId.put(order.amazonOrderId(), order);
        }
      }
    }

    Decision decide(DocumentWrite<SalesOrder> write) {
      SalesOrder document = write.document();
      Optional<Order> known = Optional.ofNullable(byAmazonOrderId.get(document.id().value()));
      Optional<String> mismatch =
          write.known().flatMap(number -> mismatch(number.value(), document, known));
      if (mismatch.isPresent()) {
        return refuse(document, Set.of(mismatch.get()));
      }
      return switch (document.status()) {
        case PENDING -> refuse(document, Set.of(TEXTS.recorded("pending")));
        case CANCELLED ->
            known
                .map(order -> cancel(order, document))
                .orElseGet(() -> refuse(document, Set.of(TEXTS.recorded("cancelledUnknown"))));
        case UNSHIPPED, PARTIALLY_SHIPPED, SHIPPED, UNFULFILLABLE -> take(known, document);
      };
    }

    /** Why the order that the record names is not the one that stands for the document. */
    private Optional<String> mismatch(String number, SalesOrder document, Optional<Order> known) {
      Order named = byNumber.get(number);
      if (named == null) {
        return Optional.of(TEXTS.recorded("localOrderGone", number));
      }
      if (known.isPresent() && known.get() != named) {
        return Optional.of(TEXTS.recorded("linkedToAnother", number, known.get().number()));
      }
      return known.isPresent()
          ? Optional.empty()
          : Optional.of(
              TEXTS.recorded("standsForAnother", number, named.amazonOrderId(), named.storeName()));
    }

    private Decision cancel(Order order, SalesOrder document) {
      if (order.status() == OrderStatus.CANCELLED) {
        return new Decision.Take(order, SaveEffect.NOT_NEEDED);
      }
      if (order.hasShipped()) {
        return refuse(document, Set.of(TEXTS.recorded("cancelledAfterShipping", order.number())));
      }
      order.cancel(now);
      changed.add(order);
      return new Decision.Take(order, SaveEffect.UPDATED);
    }

    private Decision take(Optional<Order> known, SalesOrder document) {
      Set<String> problems = SalesOrderChecks.problems(document, links, known.isPresent());
      if (known.isPresent() && known.get().type() != SalesOrderTranslation.type(document)) {
        problems.add(TEXTS.recorded("fulfillerChanged", known.get().number()));
      }
      if (!problems.isEmpty()) {
        return refuse(document, problems);
      }
      OrderContent content =
          SalesOrderTranslation.content(
              document, SalesOrderChecks.items(document, links), store.orderTimeZone());
      if (known.isEmpty()) {
        return add(document, content);
      }
      Order order = known.get();
      if (!order.take(content, now)) {
        return new Decision.Take(order, SaveEffect.NOT_NEEDED);
      }
      changed.add(order);
      return new Decision.Take(order, SaveEffect.UPDATED);
    }

    private Decision add(SalesOrder document, OrderContent content) {
      Order order =
          new Order(
              SalesOrderTranslation.type(document),
              store.storeId(),
              store.storeName(),
              document.id().value(),
              content,
              now);
      // The same order twice in one chunk is still one order.
      byAmazonOrderId.put(order.amazonOrderId(), order);
      changed.add(order);
      return new Decision.Take(order, SaveEffect.INSERTED);
    }

    private static Decision refuse(SalesOrder document, Set<String> problems) {
      return new Decision.Refuse(
          TEXTS.recorded("refused", document.id(), String.join(" ", problems)));
    }
  }
}
