package org.storesync.platform.database;

/**
 * Queries that PostgreSQL plans each time they run, for their tables as large as they are then.
 * Otherwise it keeps the plan of a prepared statement until it takes statistics again: one that is
 * good for a hundred rows reads all of a hundred thousand. Only within a transaction, and only
 * where the plan depends on the size of tables that fill within a minute.
 */
public final class FreshPlan {

  private static final String MODE = "set local plan_cache_mode = ";

  private FreshPlan() {}

  /**
   * The query with the setting around it, in one message. It is read by {@link RowReader#readAll}:
   * a setting answers no rows.
   */
  public static String of(String query) {
    return MODE + "force_custom_plan; " + query + "; " + MODE + "auto";
  }
}
