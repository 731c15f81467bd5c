package org.storesync.history;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.omnifaces.util.Faces;
import org.storesync.connector.ConnectorFailure;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.PairLinks;
import org.storesync.kind.StoreDocuments;
import org.storesync.record.AttemptRow;
import org.storesync.record.SyncRecordDesk;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;

/** One record with everything that is known of it (View Details of Sync History). */
@Named
@ViewScoped
public class RecordPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST_ATTEMPTS = 200;
  private static final int MOST_CHILDREN = 200;

  @Inject private SyncRecordList list;
  @Inject private SyncRecordDesk recordDesk;
  @Inject private RepairDesk repairDesk;
  @Inject private StoreDocuments documents;
  @Inject private EntityKinds kinds;
  @Inject private PageMessages messages;
  @Inject private Language language;

  private String askedFor;
  private SyncRecordRow record;
  private PairLinks links = PairLinks.NONE;
  private List<AttemptRow> attempts = List.of();
  private List<SyncRecordRow> children = List.of();
  private boolean payloadShown;
  private String payload;
  private DocumentComparison comparison;

  @PostConstruct
  void open() {
    askedFor = Faces.getRequestParameter("id");
    refresh();
  }

  /** Reads what is known of the record now. */
  public void refresh() {
    if (askedFor != null && askedFor.matches("\\d{1,18}")) {
      record = list.find(Long.parseLong(askedFor)).orElse(null);
    }
    if (record != null) {
      links = documents.links(List.of(record.pair())).get(record.pair());
      attempts = list.attempts(record.id(), MOST_ATTEMPTS);
      children = list.children(record, MOST_CHILDREN);
    }
  }

  /** Shows the payload as it was received; it holds personal data, so only on request. */
  public void showPayload() {
    payload = recordDesk.payload(record.id()).orElse(null);
    payloadShown = true;
  }

  public void hidePayload() {
    payload = null;
    payloadShown = false;
  }

  /** Asks both systems for their documents and shows them side by side. */
  public void compare() {
    try {
      comparison = repairDesk.compare(record);
    } catch (ConnectorFailure failure) {
      messages.failInWords(failure.getMessage());
    }
  }

  public void hideComparison() {
    comparison = null;
  }

  /** The name of an entity for people. */
  public String caption(String kind) {
    return kinds.find(kind).map(found -> found.caption(language.getLocale())).orElse(kind);
  }

  public Duration duration(AttemptRow attempt) {
    return Duration.ofMillis(attempt.durationMillis());
  }

  public String getAskedFor() {
    return askedFor;
  }

  /** Null if there is no such record. */
  public SyncRecordRow getRecord() {
    return record;
  }

  public PairLinks getLinks() {
    return links;
  }

  public List<AttemptRow> getAttempts() {
    return attempts;
  }

  public List<SyncRecordRow> getChildren() {
    return children;
  }

  public boolean isPayloadShown() {
    return payloadShown;
  }

  public String getPayload() {
    return payload;
  }

  public DocumentComparison getComparison() {
    return comparison;
  }
}
