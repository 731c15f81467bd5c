package org.storesync.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of one order from its creation to its end. All of them lie within {@link #LONGEST}
 * after the creation.
 */
final class Story {

  /** No order changes any more when it is so old. */
  static final Duration LONGEST = Duration.ofDays(12);

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final List<Step> steps = new ArrayList<>();
  private final Dice dice;
  private Instant time;

  private Story(Instant created, Dice dice) {
    this.dice = dice;
    this.time = created;
    steps.add(new Step(Stage.PENDING, created));
  }

  static List<Step> of(Plot plot, Instant created, Dice dice) {
    Story story = new Story(created, dice);
    switch (plot) {
      case USUAL, REPLACED -> story.paid().shipped();
      case IN_TWO_PARCELS -> story.paid().partly().shipped();
      case CANCELLED_EARLY -> story.then(Stage.CANCELLED, 3 * MINUTE, 2 * HOUR);
      case CANCELLED_LATE -> story.paid().then(Stage.CANCELLED, 30 * MINUTE, DAY);
      case UNFULFILLABLE -> story.paid().then(Stage.UNFULFILLABLE, HOUR, DAY);
    }
    return story.steps;
  }

  /** What of it has happened at this moment; empty before the creation. */
  static List<Step> until(List<Step> steps, Instant now) {
    return steps.stream().filter(step -> !step.at().isAfter(now)).toList();
  }

  private Story paid() {
    return dice.chance(0.3)
        ? then(Stage.PAID, MINUTE, 5 * MINUTE)
        : then(Stage.PAID, 20 * MINUTE, 2 * HOUR);
  }

  private Story partly() {
    return then(Stage.PARTLY_SHIPPED, 4 * HOUR, 2 * DAY);
  }

  private void shipped() {
    then(Stage.SHIPPED, 4 * HOUR, 2 * DAY).then(Stage.DELIVERED, DAY, 5 * DAY);
  }

  private Story then(Stage stage, long least, long greatest) {
    time = time.plusMillis(dice.between(least, greatest));
    steps.add(new Step(stage, time));
    return this;
  }
}
