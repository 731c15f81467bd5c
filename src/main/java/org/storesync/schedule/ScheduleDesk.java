package org.storesync.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Where an operator changes schedules: {@link SyncSchedules} behind the role. */
@Stateless
@RolesAllowed("operator")
public class ScheduleDesk {

  @Inject private SyncSchedules schedules;

  /** See {@link SyncSchedules#create}. */
  public ScheduleChange create(ScheduleDraft draft, Locale language) {
    return schedules.create(draft, language);
  }

  /** See {@link SyncSchedules#change}. */
  public ScheduleChange change(long id, int revision, ScheduleDraft draft, Locale language) {
    return schedules.change(id, revision, draft, language);
  }

  /** See {@link SyncSchedules#switchTo}. */
  public ScheduleChange switchTo(long id, boolean on) {
    return schedules.switchTo(id, on);
  }

  /** See {@link SyncSchedules#delete}. */
  public void delete(long id, int revision) {
    schedules.delete(id, revision);
  }

  /**
   * Makes the schedules of a template for a store, inactive until a person switches them on. Those
   * that are there already are left as they are.
   *
   * @param zone in which their times are meant
   * @return how many were made
   */
  public int use(
      ScheduleTemplate template, long storeId, String storeName, String zone, Locale language) {
    List<ScheduleDraft> drafts = template.drafts(storeId, storeName, zone, language);
    return (int)
        drafts.stream()
            .map(draft -> schedules.create(draft, language))
            .filter(ScheduleChange.Done.class::isInstance)
            .count();
  }
}
