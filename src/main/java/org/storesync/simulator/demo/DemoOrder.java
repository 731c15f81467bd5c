package org.storesync.simulator.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One generated order as it is at one moment. */
final class DemoOrder {

  private static final double TIP_SHARE = 0.005;
  private static final long TIP = 500;

  private final DemoProfile profile;
  private final Chronicle chronicle;
  private final OrderNumbers numbers;
  private final OrderReference reference;
  private final Instant now;
  private final Nature nature;
  private final List<Step> past;

  DemoOrder(
      DemoProfile profile,
      Chronicle chronicle,
      OrderNumbers numbers,
      OrderReference reference,
      Instant now) {
    this.profile = profile;
    this.chronicle = chronicle;
    this.numbers = numbers;
    this.reference = reference;
    this.now = now;
    this.nature = chronicle.nature(reference);
    this.past = Story.until(chronicle.story(reference), now);
  }

  /** True if it has been created and is not so old that Amazon hides it. */
  boolean shown() {
    return !past.isEmpty()
        && (nature.marketplace() == DemoMarketplace.JP
            || created().isAfter(now.minus(DemoOrders.MEMORY)));
  }

  Instant now() {
    return now;
  }

  Nature nature() {
    return nature;
  }

  String id() {
    return id(reference, nature);
  }

  String itemId(int line) {
    return numbers.itemId(reference, line);
  }

  /** Id of the order that this one replaces. */
  Optional<String> originalId() {
    return chronicle.original(reference).map(original -> id(original, chronicle.nature(original)));
  }

  Instant created() {
    return past.get(0).at();
  }

  Instant updated() {
    return past.get(past.size() - 1).at();
  }

  Stage stage() {
    return past.get(past.size() - 1).stage();
  }

  /** When it entered this stage; absent if it has not. */
  Optional<Instant> since(Stage stage) {
    return past.stream().filter(step -> step.stage() == stage).map(Step::at).findFirst();
  }

  /** Pending and cancelled orders show no money, no buyer and no address. */
  boolean settled() {
    return stage() != Stage.PENDING && stage() != Stage.CANCELLED;
  }

  boolean replacement() {
    return nature.plot() == Plot.REPLACED;
  }

  Person person() {
    return Person.drawn(profile.dice(reference, Question.PEOPLE), nature.marketplace());
  }

  /** Its lines; those of a replacement are the first of the order that it replaces. */
  List<Line> lines() {
    OrderReference source = chronicle.original(reference).orElse(reference);
    Dice dice = profile.dice(source, Question.LINES);
    boolean taxed = person().taxed();
    List<Line> drawn = new LineDraw(chronicle.nature(source), dice, taxed).lines(profile.lines());
    return replacement() ? List.of(drawn.get(0).free()) : drawn;
  }

  /** What the buyer gave to the driver, in the smallest unit of the currency; mostly nothing. */
  long tip() {
    boolean tipped =
        nature.marketplace() == DemoMarketplace.US
            && nature.merchant()
            && !replacement()
            && profile.dice(reference, Question.TIP).chance(TIP_SHARE);
    return tipped ? TIP : 0;
  }

  private String id(OrderReference order, Nature of) {
    List<String> prefixes = of.marketplace().prefixes();
    return numbers.orderId(order, prefixes.get(order.index() % prefixes.size()));
  }
}
