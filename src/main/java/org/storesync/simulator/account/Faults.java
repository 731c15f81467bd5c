package org.storesync.simulator.account;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that wait in a seller account, in the order in which they were asked for. */
public class Faults {

  private final List<Fault> waiting = new ArrayList<>();

  public synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  public synchronized void clear() {
    waiting.clear();
  }

  public synchronized List<Fault> waiting() {
    return List.copyOf(waiting);
  }

  /** What refuses this request, if anything: of several waiting faults, the first. */
  public synchronized Optional<Fault> refusal(Operation operation, boolean withPageToken) {
    return first(fault -> fault.strikes(operation, FaultKind.Phase.REFUSE, withPageToken));
  }

  /** What happens to the answer on its way, if anything: of several waiting faults, the first. */
  public synchronized Optional<Fault> delivery(Operation operation) {
    return first(fault -> fault.strikes(operation, FaultKind.Phase.DELIVER, false));
  }

  /** Everything that is wrong with the list in this answer. */
  public synchronized List<Fault> listFaults(Operation operation) {
    return take(fault -> fault.strikes(operation, FaultKind.Phase.LIST, false), waiting.size());
  }

  private Optional<Fault> first(Predicate<Fault> strikes) {
    return take(strikes, 1).stream().findFirst();
  }

  private List<Fault> take(Predicate<Fault> strikes, int limit) {
    List<Fault> struck = new ArrayList<>();
    int met = 0;
    for (ListIterator<Fault> all = waiting.listIterator(); all.hasNext() && met < limit; ) {
      Fault fault = all.next();
      if (strikes.test(fault)) {
        met++;
        if (fault.after() == 0) {
          struck.add(fault);
        }
        replace(all, fault.passed());
      }
    }
    return struck;
  }

  private static void replace(ListIterator<Fault> place, Fault left) {
    if (left.answers() == 0) {
      place.remove();
    } else {
      place.set(left);
    }
  }
}
