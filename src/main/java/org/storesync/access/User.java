package org.storesync.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;

/**
 * Somebody who may sign in. The name is unique, whatever the case of its letters, and never
 * changes; a user is deactivated, not deleted, so that what was done keeps its name.
 */
@Entity
@Table(name = "app_user")
class User {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_user_seq")
  @SequenceGenerator(name = "app_user_seq", sequenceName = "app_user_seq", allocationSize = 50)
  private Long id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "password_version")
  private int passwordVersion;

  @Enumerated(EnumType.STRING)
  private Role role;

  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_sign_in_at")
  private Instant lastSignInAt;

  @Version private int version;

  protected User() {}

  User(String name, String passwordHash, Role role, Instant now) {
    this.name = name.strip();
    this.nameKey = keyOf(name);
    this.passwordHash = passwordHash;
    this.role = role;
    this.active = true;
    this.createdAt = now;
  }

  /** What two names must not share. */
  static String keyOf(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  UserAccess access() {
    return new UserAccess(id, name, role, active, passwordVersion);
  }

  UserSummary summary() {
    return new UserSummary(id, name, role, active, createdAt, lastSignInAt);
  }

  String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  void signedIn(Instant now) {
    lastSignInAt = now;
  }

  void setRole(Role role) {
    this.role = role;
  }

  void setActive(boolean active) {
    this.active = active;
  }

  void setPassword(String passwordHash) {
    this.passwordHash = passwordHash;
    this.passwordVersion++;
  }
}
