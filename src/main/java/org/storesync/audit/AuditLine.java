package org.storesync.audit;

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

/** One deed. It is written once: there is no setter, and no column is updatable. */
@Entity
@Table(name = "audit_line")
class AuditLine {

  private static final int LONGEST_ACTOR = 120;
  private static final int LONGEST_NAME = 250;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_line_seq")
  @SequenceGenerator(name = "audit_line_seq", sequenceName = "audit_line_seq", allocationSize = 50)
  private Long id;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_kind", updatable = false)
  private AuditActor.Kind actorKind;

  @Column(name = "actor_name", updatable = false)
  private String actorName;

  @Column(updatable = false)
  private String address;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AuditAction action;

  @Enumerated(EnumType.STRING)
  @Column(name = "subject_kind", updatable = false)
  private AuditSubject.Kind subjectKind;

  @Column(name = "subject_id", updatable = false)
  private String subjectId;

  @Column(name = "subject_name", updatable = false)
  private String subjectName;

  @Column(updatable = false)
  private String changes;

  protected AuditLine() {}

  /**
   * @param address null if nobody asked for it over the network
   * @param changes as JSON
   */
  AuditLine(
      Instant now,
      AuditActor actor,
      String address,
      AuditAction action,
      AuditSubject subject,
      String changes) {
    this.recordedAt = now;
    this.actorKind = actor.kind();
    this.actorName = actor.name().map(name -> cut(name, LONGEST_ACTOR)).orElse(null);
    this.address = address;
    this.action = action;
    this.subjectKind = subject.kind();
    this.subjectId = subject.id().orElse(null);
    this.subjectName = cut(subject.name(), LONGEST_NAME);
    this.changes = changes;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  Instant recordedAt() {
    return recordedAt;
  }

  Long id() {
    return id;
  }

  AuditActor.Kind actorKind() {
    return actorKind;
  }

  String actorName() {
    return actorName;
  }

  String address() {
    return address;
  }

  AuditAction action() {
    return action;
  }

  AuditSubject.Kind subjectKind() {
    return subjectKind;
  }

  String subjectId() {
    return subjectId;
  }

  String subjectName() {
    return subjectName;
  }

  String changes() {
    return changes;
  }
}
