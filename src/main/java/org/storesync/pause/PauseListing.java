package org.storesync.pause;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The pauses in force.
 *
 * @param next always null: they are few
 */
@Schema(requiredProperties = "items")
public record PauseListing(List<PauseAnswer> items, String next) {}
