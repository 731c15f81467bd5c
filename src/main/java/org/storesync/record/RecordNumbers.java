package org.storesync.record;

import java.util.Collection;
import java.util.stream.Collectors;
import org.storesync.platform.database.DatabaseVendor;

/**
 * Records that a statement names by their numbers, of which there may be many. The numbers stand in
 * the statement, not in a parameter: so PostgreSQL plans it anew for the tables as large as they
 * are now, and holds no row of a table against one number after the other.
 */
record RecordNumbers(DatabaseVendor vendor, Collection<Long> numbers) {

  /**
   * The statement for these records.
   *
   * @param sql has the condition of the number of a record at {@code %s}
   */
  String in(String sql) {
    String separated = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    return sql.formatted(
        vendor == DatabaseVendor.POSTGRESQL
            ? "= any (cast('{" + separated + "}' as bigint[]))"
            : "in (" + separated + ")");
  }
}
