package org.storesync.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a deed on a store ended, unless somebody else was quicker ({@link StoreChangedMeanwhile}).
 */
public sealed interface StoreChange {

  /**
   * It is done.
   *
   * @param name the store's name as it is kept
   */
  record Done(long storeId, String name) implements StoreChange {}

  /**
   * Nothing was changed.
   *
   * @param problems what to correct, a sentence by field, in the order of the form; the fields are
   *     named by {@link StoreIdentity} and {@link StoreForm}
   */
  record Refused(Map<String, String> problems) implements StoreChange {

    public Refused {
      problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }
  }
}
