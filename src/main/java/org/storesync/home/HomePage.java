package org.storesync.home;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.storesync.alert.AbortedRecordsReason;
import org.storesync.alert.AlertRow;
import org.storesync.alert.AlertWords;
import org.storesync.alert.Alerts;
import org.storesync.backoffice.Items;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.text.RoomTexts;
import org.storesync.record.RecordCounts;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunFilter;
import org.storesync.run.RunList;
import org.storesync.run.RunRow;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.Language;

/** The start page: what needs a person, most urgent first; then each entity of each store. */
@Named
@ViewScoped
public class HomePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final RoomTexts TEXTS = RoomTexts.of(HomePage.class);
  private static final int LATEST_RUNS = 5;

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private RecordCounts recordCounts;
  @Inject private RunList runs;
  @Inject private Items items;
  @Inject private Alerts alerts;
  @Inject private AlertWords alertWords;
  @Inject private Language language;

  private List<Attention> attentions = List.of();
  private List<EntityOverview> overviews = List.of();
  private List<RunRow> latest = List.of();
  private boolean storeThere;

  /** Reads everything that is shown. */
  public void refresh() {
    List<StoreSummary> all = stores.all();
    storeThere = !all.isEmpty();
    overviews = all.stream().filter(StoreSummary::active).flatMap(this::overviewsOf).toList();
    attentions = new ArrayList<>();
    if (!storeThere) {
      need(true, "attention.noStore", "attention.noStore.do", "/stores.xhtml");
    } else if (items.count() == 0) {
      need(true, "attention.noItems", "attention.noItems.do", "/items.xhtml");
    }
    alerts.open().forEach(this::needs);
    overviews.forEach(this::needs);
    attentions.sort((one, other) -> Boolean.compare(other.urgent(), one.urgent()));
    latest = runs.page(RunFilter.all(), 0, LATEST_RUNS);
  }

  private java.util.stream.Stream<EntityOverview> overviewsOf(StoreSummary store) {
    Map<Long, Map<SyncStatus, Long>> counts = recordCounts.ofStore(store.id());
    return storeEntities.of(store.id()).stream()
        .filter(StoreEntityRow::active)
        .map(entity -> overview(entity, counts.getOrDefault(entity.id(), Map.of())));
  }

  private EntityOverview overview(StoreEntityRow entity, Map<SyncStatus, Long> counts) {
    return new EntityOverview(
        entity.storeName(),
        entity.kind(),
        kinds.find(entity.kind()).orElseThrow().caption(language.getLocale()),
        counts.getOrDefault(SyncStatus.PREPARED, 0L),
        counts.getOrDefault(SyncStatus.FAILED, 0L),
        counts.getOrDefault(SyncStatus.ABORTED, 0L),
        counts.getOrDefault(SyncStatus.PROCESSED, 0L),
        entity.baseline(),
        entity.lastError());
  }

  private void needs(AlertRow alert) {
    // Aborted records stand here by entity as soon as there are some.
    if (!alert.reason().equals(AbortedRecordsReason.CODE)) {
      attentions.add(
          new Attention(
              alertWords.isUrgent(alert),
              alertWords.what(alert, language.getLocale()),
              TEXTS.text(language.getLocale(), "attention.alert.do"),
              alert.address()));
    }
  }

  private void needs(EntityOverview entity) {
    String ofEntity = "store=" + encoded(entity.storeName()) + "&entity=" + encoded(entity.kind());
    if (entity.lastError() != null) {
      need(
          true,
          "attention.lastError",
          "attention.lastError.do",
          "/prepare-data.xhtml?store=" + encoded(entity.storeName()),
          entity.storeName(),
          entity.caption(),
          entity.lastError());
    }
    if (entity.aborted() > 0) {
      need(
          true,
          "attention.aborted",
          "attention.look",
          "/sync-history.xhtml?status=ABORTED&" + ofEntity,
          entity.aborted(),
          entity.caption(),
          entity.storeName());
    }
    if (entity.failed() > 0) {
      need(
          false,
          "attention.failed",
          "attention.look",
          "/sync-history.xhtml?status=FAILED&" + ofEntity,
          entity.failed(),
          entity.caption(),
          entity.storeName());
    }
    if (entity.readUpTo() == null) {
      need(
          false,
          "attention.neverPrepared",
          "attention.neverPrepared.do",
          "/prepare-data.xhtml?store=" + encoded(entity.storeName()),
          entity.caption(),
          entity.storeName());
    } else if (entity.waiting() > 0) {
      need(
          false,
          "attention.waiting",
          "attention.waiting.do",
          "/process-data.xhtml?" + ofEntity,
          entity.waiting(),
          entity.caption(),
          entity.storeName());
    }
  }

  private void need(
      boolean urgent, String sentence, String action, String address, Object... arguments) {
    attentions.add(
        new Attention(
            urgent,
            TEXTS.text(language.getLocale(), sentence, arguments),
            TEXTS.text(language.getLocale(), action),
            address));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The entity's name for people; that of a process run of a whole store is empty. */
  public String captionOf(RunRow run) {
    return run.entityKind() == null
        ? ""
        : kinds
            .find(run.entityKind())
            .map(kind -> kind.caption(language.getLocale()))
            .orElse(run.entityKind());
  }

  public List<Attention> getAttentions() {
    return attentions;
  }

  public List<EntityOverview> getOverviews() {
    return overviews;
  }

  public List<RunRow> getLatest() {
    return latest;
  }

  public boolean isStoreThere() {
    return storeThere;
  }
}
