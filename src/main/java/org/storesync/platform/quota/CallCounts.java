package org.storesync.platform.quota;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many calls this node made of each quota since it started, and how often it had to wait. */
@ApplicationScoped
public class CallCounts {

  private static final int TOO_MANY_REQUESTS = 429;

  /**
   * Whose calls of what.
   *
   * @param account a digest that says nothing about the account
   */
  public record Operation(String account, String operation) implements Comparable<Operation> {

    static Operation of(Quota quota) {
      return new Operation(quota.account(), quota.operation());
    }

    @Override
    public int compareTo(Operation other) {
      int byOperation = operation.compareTo(other.operation);
      return byOperation == 0 ? account.compareTo(other.account) : byOperation;
    }
  }

  /**
   * @param calls requests that were sent
   * @param throttled those of them that were refused as too many
   * @param waits requests that were not sent because no call was left
   */
  public record Counts(long calls, long throttled, long waits) {}

  private static final class Counting {
    private final LongAdder calls = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder waits = new LongAdder();

    private Counts now() {
      return new Counts(calls.sum(), throttled.sum(), waits.sum());
    }
  }

  private final Map<Operation, Counting> counted = new ConcurrentHashMap<>();

  /** A request was sent, whatever comes of it. */
  public void sent(Quota quota) {
    of(quota).calls.increment();
  }

  /** An answer came. */
  public void answered(Quota quota, int status) {
    if (status == TOO_MANY_REQUESTS) {
      of(quota).throttled.increment();
    }
  }

  /** A request has to wait longer than a moment. */
  void waited(Quota quota) {
    of(quota).waits.increment();
  }

  private Counting of(Quota quota) {
    return counted.computeIfAbsent(Operation.of(quota), key -> new Counting());
  }

  /** Everything that was counted. */
  public Map<Operation, Counts> all() {
    Map<Operation, Counts> all = new TreeMap<>();
    counted.forEach((operation, counting) -> all.put(operation, counting.now()));
    return all;
  }
}
