package org.storesync.audit;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSource;
import org.storesync.web.LazyTable;
import org.storesync.web.PageAddress;
import org.storesync.web.TableOrder;
import org.storesync.web.TimeDisplay;

/** Page Audit: who did what, for administrators, which {@link AuditDesk} demands. */
@Named
@ViewScoped
public class AuditPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TABLE = "audit:table";

  @Inject private AuditDesk desk;
  @Inject private TimeDisplay time;

  private String who;
  private String action;
  private String subject;
  private LocalDate from;
  private LocalDate to;
  private LazyTable<AuditRow> table;

  @PostConstruct
  void open() {
    who = Faces.getRequestParameter("who");
    setAction(Faces.getRequestParameter("action"));
    subject = Faces.getRequestParameter("subject");
    from = date(Faces.getRequestParameter("from"));
    to = date(Faces.getRequestParameter("to"));
    table = new LazyTable<>(new ListedLines(), AuditRow::id);
  }

  private static LocalDate date(String parameter) {
    try {
      return parameter == null ? null : LocalDate.parse(parameter);
    } catch (DateTimeException mistyped) {
      // An address that somebody typed by hand: shown without this filter.
      return null;
    }
  }

  private AuditFilter filter() {
    return AuditFilter.all()
        .withWho(who)
        .withAction(action == null ? null : AuditAction.valueOf(action))
        .withSubject(subject)
        .withTime(startOf(from), startOf(to == null ? null : to.plusDays(1)));
  }

  private Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(time.getZone()).toInstant();
  }

  /** Other lines are to be shown. */
  public void selectionChanged() {
    TableOrder.showFirstPage(TABLE);
    new PageAddress("audit.xhtml")
        .with("who", who)
        .with("action", action)
        .with("subject", subject)
        .with("from", from)
        .with("to", to)
        .show();
  }

  public void clearFilters() {
    who = null;
    action = null;
    subject = null;
    from = null;
    to = null;
    selectionChanged();
  }

  public boolean isFiltered() {
    return action != null
        || from != null
        || to != null
        || Stream.of(who, subject).anyMatch(part -> part != null && !part.isBlank());
  }

  /** Sends all lines of this selection as a file, however many there are. */
  public void export() throws IOException {
    AuditFilter wanted = filter();
    Faces.sendFile(
        "audit.csv",
        true,
        output -> {
          try (Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8)) {
            desk.write(wanted, writer);
          } catch (IOException e) {
            throw new UncheckedIOException("The audit file was not taken to its end", e);
          }
        });
  }

  /** The table's rows: the newest first. */
  private final class ListedLines implements TableSource<AuditRow> {
    private static final long serialVersionUID = 1L;

    @Override
    public long count(Map<String, Object> filters) {
      return desk.count(filter());
    }

    @Override
    public List<AuditRow> rows(TableRequest request) {
      return desk.page(filter(), request.first(), request.size());
    }

    @Override
    public Optional<AuditRow> row(String key) {
      return desk.find(Long.parseLong(key));
    }
  }

  public LazyTable<AuditRow> getTable() {
    return table;
  }

  public AuditAction[] getActions() {
    return AuditAction.values();
  }

  public String getWho() {
    return who;
  }

  public void setWho(String who) {
    this.who = who;
  }

  /** Name of the wanted action; null for all. */
  public String getAction() {
    return action;
  }

  /** A word that is no action means all. */
  public void setAction(String action) {
    boolean known = Stream.of(AuditAction.values()).anyMatch(one -> one.name().equals(action));
    this.action = known ? action : null;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
