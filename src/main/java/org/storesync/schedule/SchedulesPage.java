package org.storesync.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;
import org.storesync.web.TimeDisplay;

/** Page Schedules: the list, and the templates (domain section 10). */
@Named
@ViewScoped
public class SchedulesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SyncSchedules schedules;
  @Inject private ScheduleDesk desk;
  @Inject private Stores stores;
  @Inject private Language language;
  @Inject private PageMessages messages;
  @Inject private TimeDisplay time;

  private List<ScheduleRow> rows = List.of();
  private List<StoreSummary> offeredStores = List.of();
  private ScheduleTemplate template = ScheduleTemplate.SMALL_STORE;
  private Long templateStore;

  @PostConstruct
  void load() {
    offeredStores = stores.all();
    templateStore = offeredStores.stream().findFirst().map(StoreSummary::id).orElse(null);
    refresh();
  }

  /** Reads the list again; called when there is news. */
  public void refresh() {
    rows = schedules.all(language.getLocale());
  }

  /** Switches a schedule on or off. */
  public void switchActive(ScheduleRow row) {
    desk.switchTo(row.id(), !row.active());
    messages.toast(row.active() ? "schedule.switchedOff" : "schedule.switchedOn", row.name());
    refresh();
  }

  /** Makes the schedules of the chosen template for the chosen store. */
  public void applyTemplate() {
    offeredStores.stream()
        .filter(store -> store.id() == templateStore)
        .findFirst()
        .ifPresent(this::applyTo);
    refresh();
  }

  private void applyTo(StoreSummary store) {
    int made =
        desk.use(template, store.id(), store.name(), time.getZone().getId(), language.getLocale());
    messages.inform(made == 0 ? "schedule.template.there" : "schedule.template.made", made);
  }

  public List<ScheduleRow> getRows() {
    return rows;
  }

  public List<StoreSummary> getOfferedStores() {
    return offeredStores;
  }

  public ScheduleTemplate[] getTemplates() {
    return ScheduleTemplate.values();
  }

  public ScheduleTemplate getTemplate() {
    return template;
  }

  public void setTemplate(ScheduleTemplate template) {
    this.template = template;
  }

  public Long getTemplateStore() {
    return templateStore;
  }

  public void setTemplateStore(Long templateStore) {
    this.templateStore = templateStore;
  }
}
