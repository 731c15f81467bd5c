package org.storesync.record;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.stream.Collectors;
import org.storesync.platform.database.DatabaseVendor;

/** Records that a statement names by their numbers, of which there may be many. */
record RecordNumbers(DatabaseVendor vendor, Collection<Long> numbers) {

  /**
   * The statement for these records.
   *
   * @param sql has the condition of the number of a record at {@code %s}, and no parameter 2
   */
  String in(String sql) {
    return sql.formatted(
        vendor == DatabaseVendor.POSTGRESQL
            ? "= any (cast(?2 as bigint[]))"
            : "in (" + separated() + ")");
  }

  /** Tells a query of {@link #in} which records they are. */
  Query bind(Query query) {
    return vendor == DatabaseVendor.POSTGRESQL
        ? query.setParameter(2, "{" + separated() + "}")
        : query;
  }

  private String separated() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
