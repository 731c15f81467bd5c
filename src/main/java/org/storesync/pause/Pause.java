package org.storesync.pause;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.storesync.kind.Direction;

/** Work that rests, until an instant or until somebody resumes it. */
@Entity
@Table(name = "pause")
public class Pause {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pause_seq")
  @SequenceGenerator(name = "pause_seq", sequenceName = "pause_seq", allocationSize = 50)
  private Long id;

  @Column(name = "store_id")
  private Long storeId;

  @Column(name = "store_entity_id")
  private Long storeEntityId;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  private String reason;

  @Column(name = "paused_by")
  private String pausedBy;

  @Column(name = "paused_at")
  private Instant pausedAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  protected Pause() {}

  Pause(
      PauseScope scope,
      String reason,
      Optional<Instant> endsAt,
      String pausedBy,
      Instant pausedAt) {
    this.storeId = scope.storeId();
    this.storeEntityId = scope.storeEntityId();
    this.direction = scope.direction();
    this.reason = reason;
    this.endsAt = endsAt.orElse(null);
    this.pausedBy = pausedBy;
    this.pausedAt = pausedAt;
  }

  long id() {
    return id;
  }

  PauseScope scope() {
    return new PauseScope(storeId, storeEntityId, direction);
  }

  String reason() {
    return reason;
  }

  Optional<Instant> endsAt() {
    return Optional.ofNullable(endsAt);
  }

  PauseRow row(String storeName, String entityKind) {
    return new PauseRow(id, scope(), storeName, entityKind, reason, pausedBy, pausedAt, endsAt);
  }
}
