package org.storesync.pause;

import java.time.Instant;
import org.storesync.kind.Direction;

/**
 * A pause as programs begin it. Each part of the scope that is given narrows it; without any it is
 * everything.
 *
 * @param store name of a store
 * @param entity code of an entity of that store
 * @param endsAt when it ends by itself; null: when somebody resumes
 */
public record PauseEntry(
    String store, String entity, Direction direction, String reason, Instant endsAt) {}
