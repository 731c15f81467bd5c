package org.storesync.kind;

import org.storesync.connector.TimeWindow;

/**
 * What a prepare run will really do.
 *
 * @param mode the mode that is used, which may not be the one that was picked
 * @param window what is read
 */
public record PlannedWindow(PrepareMode mode, TimeWindow window) {}
