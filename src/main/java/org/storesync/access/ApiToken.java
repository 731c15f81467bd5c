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

/**
 * What a program shows to be let in. It has a role and an end, can be revoked before that, and is
 * never deleted: what was done with it keeps its name.
 */
@Entity
@Table(name = "api_token")
class ApiToken {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token_seq")
  @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
  private Long id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "token_hash")
  private String tokenHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "made_by")
  private String madeBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Version private int version;

  protected ApiToken() {}

  ApiToken(
      String name, String tokenHash, Role role, String madeBy, Instant now, Instant expiresAt) {
    this.name = name;
    this.nameKey = User.keyOf(name);
    this.tokenHash = tokenHash;
    this.role = role;
    this.madeBy = madeBy;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  boolean isValid(Instant now) {
    return summary().state(now) == ApiTokenSummary.State.VALID;
  }

  TokenCaller caller() {
    return TokenCaller.named(name, role);
  }

  long id() {
    return id;
  }

  /**
   * @return whether it was not revoked before
   */
  boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    return true;
  }

  ApiTokenSummary summary() {
    return new ApiTokenSummary(id, name, role, madeBy, createdAt, expiresAt, revokedAt, lastUsedAt);
  }
}
