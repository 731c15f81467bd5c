package org.storesync.connector;

import java.time.Instant;
import java.util.Optional;

/**
 * What travels between two systems: a business document as it was read from one of them.
 * Implemented by records, whose components are read and written as JSON.
 */
public interface Document {

  /** The id in the system it was read from. */
  DocumentId id();

  /** When it was last changed there; absent if the system does not say. */
  Optional<Instant> modified();
}
