package org.storesync.process;

import java.time.Instant;
import java.util.List;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;
import org.storesync.record.ClaimedRecord;
import org.storesync.run.Run;
import org.storesync.run.RunTicket;
import org.storesync.store.Store;

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

  /** What a connector sees of the store, asked for this run. */
  StoreAccess access(Store store, Side side) {
    return store.access(side).unattended(run.starter().unattended());
  }

  boolean isEmpty() {
    return records.isEmpty();
  }
}
