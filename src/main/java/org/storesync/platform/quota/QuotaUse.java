package org.storesync.platform.quota;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Who calls an operation of an account, when last, and whether he waits. */
@Entity
@Table(name = "quota_use")
@IdClass(QuotaUse.Key.class)
public class QuotaUse {

  /** Whose use of what. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private String account;
    private String operation;
    private String caller;

    protected Key() {}

    Key(QuotaRequest request) {
      account = request.quota().account();
      operation = request.quota().operation();
      caller = request.caller();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.account.equals(account)
          && key.operation.equals(operation)
          && key.caller.equals(caller);
    }

    @Override
    public int hashCode() {
      return Objects.hash(account, operation, caller);
    }
  }

  @Id private String account;
  @Id private String operation;
  @Id private String caller;

  @Column(name = "called_at")
  private Instant calledAt;

  @Column(name = "person_waits_until")
  private Instant personWaitsUntil;

  @Column(name = "unattended_waits_until")
  private Instant unattendedWaitsUntil;

  protected QuotaUse() {}

  QuotaUse(QuotaRequest request) {
    account = request.quota().account();
    operation = request.quota().operation();
    caller = request.caller();
  }

  String account() {
    return account;
  }

  String operation() {
    return operation;
  }

  String caller() {
    return caller;
  }

  Optional<Instant> calledAt() {
    return Optional.ofNullable(calledAt);
  }

  Optional<Instant> personWaitsUntil() {
    return Optional.ofNullable(personWaitsUntil);
  }

  Optional<Instant> unattendedWaitsUntil() {
    return Optional.ofNullable(unattendedWaitsUntil);
  }

  void called(boolean unattended, Instant now) {
    calledAt = now;
    waits(unattended, null);
  }

  void waits(boolean unattended, Instant until) {
    if (unattended) {
      unattendedWaitsUntil = until;
    } else {
      personWaitsUntil = until;
    }
  }
}
