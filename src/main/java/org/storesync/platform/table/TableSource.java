package org.storesync.platform.table;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the rows of a lazy table come from; a page implements it in a line or two over its room's
 * repository. Each method may be called several times for one click.
 *
 * @param <T> a row: a record, not a JPA entity
 */
public interface TableSource<T> extends Serializable {

  /** Number of rows that match, all pages together. */
  long count(Map<String, Object> filters);

  /**
   * The rows of one page. The order is total: the id is its last key, else pages repeat rows and
   * lose others (see {@link SortColumns}).
   */
  List<T> rows(TableRequest request);

  /** The row with this key, for a selection made on another page. */
  Optional<T> row(String key);
}
