package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Commands of people on any number of records: they are worked through in the order of their
 * numbers, some hundred to a transaction, and never held in memory together.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncRecordActions {

  private static final int PER_TRANSACTION = 500;

  @Inject private SyncRecordDeeds deeds;
  @Inject private SyncRecordList list;

  /**
   * @param records which records; those that begin to match while it works may be taken or not
   * @param limit at most this many, in loading order
   */
  public CommandResult perform(
      RecordCommand command, RecordFilter records, Optional<Integer> limit) {
    CommandResult result = CommandResult.NOTHING;
    if (limit.isPresent()) {
      List<Long> ids = list.loadedIds(records, limit.get());
      for (int from = 0; from < ids.size(); from += PER_TRANSACTION) {
        List<Long> some = ids.subList(from, Math.min(ids.size(), from + PER_TRANSACTION));
        result = result.plus(deeds.perform(command, List.copyOf(some)));
      }
      return result;
    }
    List<Long> next = deeds.idsAfter(records, 0, PER_TRANSACTION);
    while (!next.isEmpty()) {
      result = result.plus(deeds.perform(command, next));
      next = deeds.idsAfter(records, next.get(next.size() - 1), PER_TRANSACTION);
    }
    return result;
  }
}
