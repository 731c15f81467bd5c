package org.storesync.process;

import java.time.Instant;
import java.util.List;
import org.storesync.record.ClaimedRecord;
import org.storesync.run.Run;
import org.storesync.run.RunTicket;

/**
 * Some records that one worker of a run holds.
 *
 * @param run the run as it was when they were claimed
 * @param claim the claim that holds them
 * @param forced whether their sources are read again and their status does not matter
 * @param startedAt when they were claimed
 */
public record Chunk(
    RunTicket ticket,
    Run run,
    String claim,
    boolean forced,
    List<ClaimedRecord> records,
    Instant startedAt) {

  Chunk with(List<ClaimedRecord> others) {
    return new Chunk(ticket, run, claim, forced, others, startedAt);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }
}
