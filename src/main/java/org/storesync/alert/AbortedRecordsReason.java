package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.storesync.kind.EntityKinds;
import org.storesync.record.AbortedRecords;
import org.storesync.record.SyncRecordFigures;

/** Records failed for the last time: nothing tries them again. */
@ApplicationScoped
public class AbortedRecordsReason implements AlertReason {

  public static final String CODE = "RECORDS_ABORTED";

  @Inject private SyncRecordFigures figures;
  @Inject private EntityKinds kinds;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Concern> concerns() {
    return figures.aborted().stream().map(AbortedRecordsReason::concern).toList();
  }

  private static Concern concern(AbortedRecords aborted) {
    return new Concern(
        Long.toString(aborted.storeEntityId()),
        aborted.storeId(),
        aborted.since(),
        aborted.count(),
        List.of(aborted.kind(), aborted.storeName()),
        PageLink.to(
            "/sync-history.xhtml",
            "status",
            "ABORTED",
            "store",
            aborted.storeName(),
            "entity",
            aborted.kind()));
  }

  @Override
  public boolean urgent() {
    return true;
  }

  @Override
  public boolean reportsGrowth() {
    return true;
  }

  @Override
  public List<String> spoken(List<String> details, Locale language) {
    return KindWords.first(kinds, details, language);
  }
}
