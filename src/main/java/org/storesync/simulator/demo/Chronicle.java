package org.storesync.simulator.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who was created when and updated when. Worked out day by day as it is asked for, so an account of
 * a million orders needs no more memory than a few days of it.
 */
final class Chronicle {

  private static final int SPAN = (int) Story.LONGEST.toDays();
  private static final int FIRST_ORIGINAL = 3;
  private static final int LAST_ORIGINAL = 15;

  private final DemoProfile profile;
  private final DayRhythm rhythm;
  private final Memo<Instant[]> creations;
  private final Memo<List<List<Step>>> stories = new Memo<>(SPAN + 2, this::storiesOf);
  private final Memo<List<Update>> updates = new Memo<>(3, this::updatesOn);

  Chronicle(DemoProfile profile) {
    this.profile = profile;
    this.rhythm = new DayRhythm(profile);
    this.creations = new Memo<>(SPAN + 2, rhythm::creations);
  }

  boolean exists(OrderReference order) {
    return order.index() < rhythm.count(order.day());
  }

  /** What the order is. */
  Nature nature(OrderReference order) {
    Nature drawn = drawn(order);
    if (drawn.plot() != Plot.REPLACED) {
      return drawn;
    }
    return original(order)
        .map(original -> drawn(original).asReplacement())
        .orElseGet(drawn::asUsual);
  }

  /** The order that this replacement was sent for; absent if this is no replacement. */
  Optional<OrderReference> original(OrderReference order) {
    if (drawn(order).plot() != Plot.REPLACED) {
      return Optional.empty();
    }
    Dice dice = profile.dice(order, Question.ORIGINAL);
    int day = order.day() - FIRST_ORIGINAL - dice.below(LAST_ORIGINAL - FIRST_ORIGINAL);
    return Optional.of(new OrderReference(day, dice.below(Math.max(1, rhythm.count(day)))))
        .filter(this::exists)
        .filter(original -> drawn(original).plot() == Plot.USUAL);
  }

  /** Everything that ever happens to the order. */
  List<Step> story(OrderReference order) {
    Instant created = creations.of(order.day())[order.index()];
    return Story.of(nature(order).plot(), created, profile.dice(order, Question.STORY));
  }

  /** The orders created on this day, by creation. */
  List<Update> creations(int day) {
    Instant[] moments = creations.of(day);
    return IntStream.range(0, moments.length)
        .mapToObj(index -> new Update(moments[index], Instant.MAX, new OrderReference(day, index)))
        .toList();
  }

  /** The updates of this day, by time, whether or not the orders were updated again later. */
  List<Update> updates(int day) {
    return updates.of(day);
  }

  private Nature drawn(OrderReference order) {
    return Nature.drawn(profile.dice(order, Question.NATURE), profile.badShare());
  }

  private List<List<Step>> storiesOf(int day) {
    return IntStream.range(0, rhythm.count(day))
        .mapToObj(index -> story(new OrderReference(day, index)))
        .toList();
  }

  private List<Update> updatesOn(int day) {
    List<Update> found = new ArrayList<>();
    for (int created = Math.max(0, day - SPAN); created <= day; created++) {
      List<List<Step>> all = stories.of(created);
      for (int index = 0; index < all.size(); index++) {
        addUpdates(found, day, new OrderReference(created, index), all.get(index));
      }
    }
    Collections.sort(found);
    return found;
  }

  private void addUpdates(List<Update> found, int day, OrderReference order, List<Step> story) {
    for (int step = 0; step < story.size(); step++) {
      Instant at = story.get(step).at();
      if (profile.dayOf(at) == day) {
        Instant until = step + 1 < story.size() ? story.get(step + 1).at() : Instant.MAX;
        found.add(new Update(at, until, order));
      }
    }
  }
}
