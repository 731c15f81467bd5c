package org.storesync.run;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.storesync.kind.PrepareMode;
import org.storesync.record.RecordCommand;

/** A run as pages show it. What is not there is null, as pages want it. */
public record RunRow(
    long id,
    RunKind kind,
    long groupId,
    long leaderId,
    long storeId,
    String storeName,
    Long storeEntityId,
    String entityKind,
    RunState state,
    String startedBy,
    PrepareMode mode,
    PrepareMode effectiveMode,
    Instant windowFrom,
    Instant windowTo,
    boolean forced,
    RecordCommand command,
    boolean thenProcess,
    int pages,
    int calls,
    int fetched,
    int prepared,
    int unchanged,
    int filtered,
    int invalid,
    int selected,
    int processed,
    int failed,
    int aborted,
    int passedOver,
    String message,
    String waitingFor,
    Instant dueAt,
    boolean stopRequested,
    Long continuesRun,
    Instant createdAt,
    Instant startedAt,
    Instant finishedAt)
    implements Serializable {

  /** Whether another run reads for this one too. */
  public boolean sharesRead() {
    return leaderId != id;
  }

  public boolean active() {
    return state.active();
  }

  /** Whether it works through a list of records. */
  public boolean hasList() {
    return kind != RunKind.PREPARE;
  }

  /** Records that a process or command run has been through, whatever came of them. */
  public int done() {
    return processed + failed + aborted + filtered + passedOver;
  }

  /** Records that it has left. */
  public int remaining() {
    return Math.max(0, selected - done());
  }

  /** How much of it is done, 0 to 100. */
  public int percent() {
    return selected == 0 ? 0 : (int) Math.min(100L, 100L * done() / selected);
  }

  /** How long it worked, up to its end or the given instant. */
  public Duration duration(Instant now) {
    if (startedAt == null) {
      return Duration.ZERO;
    }
    return Duration.between(startedAt, finishedAt == null ? now : finishedAt);
  }

  /** Whether a mode other than the picked one was used. */
  public boolean modeReplaced() {
    return effectiveMode != null && effectiveMode != mode;
  }
}
