package org.storesync.prepare;

import java.util.List;
import java.util.Optional;
import org.storesync.connector.Cursor;
import org.storesync.connector.TimeWindow;

/**
 * Where a shared read stands.
 *
 * @param window what is read
 * @param cursor where it goes on; absent: at the beginning
 * @param storeEntityIds the entities that still take part
 */
public record Preparation(TimeWindow window, Optional<Cursor> cursor, List<Long> storeEntityIds) {}
