package org.storesync.platform.database;

/** The two databases that StoreSync runs on. The few statements that differ ask for it. */
public enum DatabaseVendor {
  /** Embedded, one process: no row locks on the queue are needed. */
  H2("h2"),
  /** Production, several nodes. */
  POSTGRESQL("postgresql");

  private final String folder;

  DatabaseVendor(String folder) {
    this.folder = folder;
  }

  /** Name of the folder of migrations that only this database runs. */
  public String folder() {
    return folder;
  }

  /** The vendor of a JDBC address; refuses all others with a message for the admin. */
  public static DatabaseVendor ofUrl(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "STORESYNC_DB_URL must start with jdbc:postgresql: or jdbc:h2: and starts with neither.");
  }
}
