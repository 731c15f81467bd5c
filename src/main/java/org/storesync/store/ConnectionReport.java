package org.storesync.store;

import java.io.Serializable;
import java.util.List;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Side;

/**
 * What the test of one side of a store showed.
 *
 * @param caption the system's name for people
 * @param checks in the order in which they were made
 */
public record ConnectionReport(Side side, String caption, List<ConnectionCheck> checks)
    implements Serializable {}
