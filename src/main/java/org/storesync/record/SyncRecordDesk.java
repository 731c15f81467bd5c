package org.storesync.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an operator commands records: {@link SyncRecordActions} behind the role. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("operator")
public class SyncRecordDesk {

  @Inject private SyncRecordActions actions;
  @Inject private SyncRecordDeeds deeds;
  @Inject private SyncRecordList list;

  /** See {@link SyncRecordActions#perform}. */
  public CommandResult perform(
      RecordCommand command, RecordFilter records, Optional<Integer> limit) {
    return actions.perform(command, records, limit);
  }

  /** See {@link SyncRecordDeeds#outcomes}. At most a thousand: they are one transaction. */
  public Map<Long, Optional<CommandResult.Reason>> outcomes(RecordCommand command, List<Long> ids) {
    return deeds.outcomes(command, ids);
  }

  /** The stored payload of a record: it holds personal data, so a viewer never gets it. */
  public Optional<String> payload(long recordId) {
    return list.payload(recordId);
  }
}
