package org.storesync.simulator.account;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests of a seller account, oldest first, in memory. */
public class RequestLog {

  /** Greatest number of lines that are kept. */
  public static final int CAPACITY = 100_000;

  private final Deque<ReceivedRequest> lines = new ArrayDeque<>();

  public synchronized void add(ReceivedRequest line) {
    if (lines.size() == CAPACITY) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  public synchronized List<ReceivedRequest> lines() {
    return List.copyOf(lines);
  }

  public synchronized void clear() {
    lines.clear();
  }
}
