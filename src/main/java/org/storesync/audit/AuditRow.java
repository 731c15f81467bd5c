package org.storesync.audit;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** A line as people read it. What is not there is null, as pages want it. */
public record AuditRow(
    long id,
    Instant recordedAt,
    AuditActor.Kind actorKind,
    String actorName,
    String address,
    AuditAction action,
    AuditSubject.Kind subjectKind,
    String subjectId,
    String subjectName,
    List<FieldChange> changes)
    implements Serializable {

  public AuditRow {
    changes = List.copyOf(changes);
  }
}
