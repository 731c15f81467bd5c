package org.storesync.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command did.
 *
 * @param done how many records it changed
 * @param refusals those it did not, the first {@value #MAX_SHOWN} with the reason for each
 * @param refused how many it did not change
 */
public record CommandResult(int done, int refused, List<Refusal> refusals) implements Serializable {

  static final int MAX_SHOWN = 100;

  public static final CommandResult NOTHING = new CommandResult(0, 0, List.of());

  /** Why a command leaves a record as it is. */
  public enum Reason {
    /** Set as Processed needs both ids. */
    ID_MISSING,
    /** A run is processing it at this moment. */
    IN_WORK
  }

  /**
   * A record that was left as it is.
   *
   * @param externalId for people; may be null
   */
  public record Refusal(long recordId, String externalId, Reason reason) implements Serializable {}

  public CommandResult {
    refusals = List.copyOf(refusals);
  }

  CommandResult plus(CommandResult other) {
    List<Refusal> all = new ArrayList<>(refusals);
    other.refusals.stream().limit(MAX_SHOWN - Math.min(MAX_SHOWN, all.size())).forEach(all::add);
    return new CommandResult(done + other.done, refused + other.refused, all);
  }
}
