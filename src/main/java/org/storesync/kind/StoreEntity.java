package org.storesync.kind;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.TimeWindow;

/**
 * A kind of entity in a store: whether it takes part, how often a record may fail, and up to when
 * it has been read without a gap, its baseline. The baseline moves only when a run has stored all
 * that it was asked for, never backwards and never over a gap.
 */
@Entity
@Table(name = "store_entity")
public class StoreEntity {

  /** How far before its baseline an incremental run begins: late news is read twice, not missed. */
  public static final Duration OVERLAP = Duration.ofMinutes(5);

  /** More tries than this would only keep a queue full. */
  public static final int GREATEST_MAX_FAILED_ATTEMPTS = 100;

  /** What a new store entity starts with. */
  public static final int DEFAULT_MAX_FAILED_ATTEMPTS = 5;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "store_entity_seq")
  @SequenceGenerator(
      name = "store_entity_seq",
      sequenceName = "store_entity_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "store_id")
  private long storeId;

  private String kind;

  @Column(name = "sync_order")
  private int syncOrder;

  private boolean active;

  @Column(name = "max_failed_attempts")
  private int maxFailedAttempts = DEFAULT_MAX_FAILED_ATTEMPTS;

  private Instant baseline;

  @Column(name = "last_incremental_at")
  private Instant lastIncrementalAt;

  @Column(name = "last_by_date_at")
  private Instant lastByDateAt;

  @Column(name = "last_full_at")
  private Instant lastFullAt;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "last_error_at")
  private Instant lastErrorAt;

  @Version private int version;

  protected StoreEntity() {}

  /** A kind that is new in a store: switched off, never read. */
  public StoreEntity(long storeId, EntityKind<?> kind) {
    this.storeId = storeId;
    this.kind = kind.code();
    this.syncOrder = kind.syncOrder();
  }

  public Long id() {
    return id;
  }

  public long storeId() {
    return storeId;
  }

  /** The code of its kind. */
  public String kind() {
    return kind;
  }

  public int syncOrder() {
    return syncOrder;
  }

  public boolean active() {
    return active;
  }

  public int maxFailedAttempts() {
    return maxFailedAttempts;
  }

  public Optional<Instant> baseline() {
    return Optional.ofNullable(baseline);
  }

  public Optional<Instant> lastIncrementalAt() {
    return Optional.ofNullable(lastIncrementalAt);
  }

  public Optional<Instant> lastByDateAt() {
    return Optional.ofNullable(lastByDateAt);
  }

  public Optional<Instant> lastFullAt() {
    return Optional.ofNullable(lastFullAt);
  }

  public Optional<String> lastError() {
    return Optional.ofNullable(lastError);
  }

  public Optional<Instant> lastErrorAt() {
    return Optional.ofNullable(lastErrorAt);
  }

  public int version() {
    return version;
  }

  /**
   * What a run asked for now will read (domain section 4). As long as there is no baseline it is a
   * Full without a range, whatever was picked; only a Full with a range is kept as asked.
   *
   * @throws RangeRefused if the range can't be prepared
   */
  public PlannedWindow windowFor(
      PrepareMode picked, DateRange range, SourceLimits limits, Instant now) throws RangeRefused {
    Instant upperBound = now.minus(limits.upperBoundLag());
    if (!limits.earliest().isBefore(upperBound)) {
      throw new RangeRefused(RangeRefused.Reason.NOTHING_YET, limits.earliest());
    }
    if (baseline == null && picked != PrepareMode.FULL) {
      return new PlannedWindow(PrepareMode.FULL, new TimeWindow(limits.earliest(), upperBound));
    }
    return switch (picked) {
      case INCREMENTAL -> new PlannedWindow(picked, sinceBaseline(limits.earliest(), upperBound));
      case INCREMENTAL_BY_DATE -> {
        if (range.from().isEmpty() || range.to().isEmpty()) {
          throw new RangeRefused(RangeRefused.Reason.INCOMPLETE, upperBound);
        }
        yield new PlannedWindow(picked, within(range, limits.earliest(), upperBound));
      }
      case FULL -> new PlannedWindow(picked, within(range, limits.earliest(), upperBound));
    };
  }

  private TimeWindow sinceBaseline(Instant earliest, Instant upperBound) {
    Instant from = later(baseline.minus(OVERLAP), earliest);
    // A baseline that is younger than the upper bound (two runs in a row): the overlap alone.
    return new TimeWindow(from, later(upperBound, from.plusMillis(1)));
  }

  private static TimeWindow within(DateRange range, Instant earliest, Instant upperBound)
      throws RangeRefused {
    Instant from = range.from().orElse(earliest);
    Instant to = range.to().orElse(upperBound);
    if (!from.isBefore(to)) {
      throw new RangeRefused(RangeRefused.Reason.EMPTY, to);
    }
    if (!from.isBefore(upperBound)) {
      throw new RangeRefused(RangeRefused.Reason.IN_THE_FUTURE, upperBound);
    }
    if (from.isBefore(earliest)) {
      throw new RangeRefused(RangeRefused.Reason.TOO_EARLY, earliest);
    }
    return new TimeWindow(from, to.isBefore(upperBound) ? to : upperBound);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * A run has stored all that it was asked for.
   *
   * @param done what it did
   * @param asked the range that it was asked for; where that has no start it read from the earliest
   *     that there is
   * @param finished when it ended
   */
  public void prepared(PlannedWindow done, DateRange asked, Instant finished) {
    lastError = null;
    lastErrorAt = null;
    switch (done.mode()) {
      case INCREMENTAL -> {
        lastIncrementalAt = finished;
        moveBaseline(done.window().to());
      }
      case INCREMENTAL_BY_DATE -> lastByDateAt = finished;
      case FULL -> {
        lastFullAt = finished;
        lastIncrementalAt = finished;
        if (!leavesGap(done.window(), asked)) {
          moveBaseline(done.window().to());
        }
      }
    }
  }

  private boolean leavesGap(TimeWindow read, DateRange asked) {
    return baseline != null && asked.from().isPresent() && read.from().isAfter(baseline);
  }

  private void moveBaseline(Instant readUpTo) {
    if (baseline == null || readUpTo.isAfter(baseline)) {
      baseline = readUpTo;
    }
  }

  /** A run could not read from the source; everything else stays as it was. */
  public void prepareFailed(String error, Instant when) {
    lastError = error;
    lastErrorAt = when;
  }

  void setActive(boolean active) {
    this.active = active;
  }

  void setMaxFailedAttempts(int maximum) {
    this.maxFailedAttempts = maximum;
  }

  void setSyncOrder(int syncOrder) {
    this.syncOrder = syncOrder;
  }
}
