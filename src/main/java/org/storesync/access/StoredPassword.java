package org.storesync.access;

/** What a password is compared with. Never printed. */
public record StoredPassword(UserAccess user, String hash) {

  @Override
  public String toString() {
    return "StoredPassword";
  }
}
