package org.storesync.process;

import java.time.Instant;
import java.util.List;
import org.storesync.record.ClaimedRecord;
import org.storesync.run.RunTicket;

/**
 * Some records of a run that one worker holds.
 *
 * @param claim the claim that holds them
 * @param forced whether their sources are read again and their status does not matter
 * @param startedAt when they were claimed
 */
public record Chunk(
    RunTicket ticket,
    String claim,
    boolean forced,
    List<ClaimedRecord> records,
    Instant startedAt) {

  Chunk with(List<ClaimedRecord> others) {
    return new Chunk(ticket, claim, forced, others, startedAt);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }
}
