package org.storesync.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.storesync.history.RecordActionAnswer.RecordResult;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.CommandResult;
import org.storesync.record.RecordCommand;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordDesk;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.run.RunDesk;

/** Where a program acts on records that it names, and hears of each what came of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("operator")
public class RecordActionDesk {

  private static final RoomTexts TEXTS = RoomTexts.of(RecordActionDesk.class);

  @Inject private SyncRecordDesk desk;
  @Inject private SyncRecordList list;
  @Inject private RunDesk runDesk;

  /**
   * @param ids at most {@value RecordActionEntry#MOST_IDS}
   * @param language of the reasons
   * @return one result for each id, in their order
   */
  public List<RecordResult> perform(RecordAction action, List<Long> ids, Locale language) {
    List<Long> distinct = ids.stream().distinct().toList();
    Function<Long, RecordResult> results =
        switch (action) {
          case SKIP -> command(RecordCommand.SKIP, distinct, language);
          case SET_PROCESSED -> command(RecordCommand.SET_AS_PROCESSED, distinct, language);
          case SET_PREPARED -> command(RecordCommand.SET_AS_PREPARED, distinct, language);
          case DELETE -> command(RecordCommand.DELETE, distinct, language);
          case SYNC -> sync(distinct, language);
        };
    return ids.stream().map(results).toList();
  }

  private Function<Long, RecordResult> command(
      RecordCommand command, List<Long> ids, Locale language) {
    Map<Long, Optional<CommandResult.Reason>> outcomes = desk.outcomes(command, ids);
    return id ->
        outcomes.containsKey(id)
            ? outcomes
                .get(id)
                .map(reason -> RecordResult.refused(id, TEXTS.text(language, "action." + reason)))
                .orElseGet(() -> RecordResult.done(id))
            : RecordResult.notFound(id);
  }

  /** One run for each store; inactive stores and entities take no part. */
  private Function<Long, RecordResult> sync(List<Long> ids, Locale language) {
    Map<Long, SyncRecordRow> rows =
        list.page(RecordFilter.of(ids), List.of(), 0, ids.size()).stream()
            .collect(Collectors.toMap(SyncRecordRow::id, Function.identity()));
    Map<Long, Long> runOfStore = new HashMap<>();
    rows.values().stream()
        .filter(SyncRecordRow::active)
        .collect(
            Collectors.groupingBy(
                SyncRecordRow::storeId, Collectors.mapping(SyncRecordRow::id, Collectors.toList())))
        .forEach(
            (store, records) ->
                runOfStore.put(
                    store,
                    runDesk.process(
                        store,
                        Optional.empty(),
                        RecordFilter.of(records),
                        Optional.empty(),
                        true)));
    return id -> {
      SyncRecordRow row = rows.get(id);
      if (row == null) {
        return RecordResult.notFound(id);
      }
      return row.active()
          ? RecordResult.started(id, runOfStore.get(row.storeId()))
          : RecordResult.refused(id, TEXTS.text(language, "action.INACTIVE"));
    };
  }
}
