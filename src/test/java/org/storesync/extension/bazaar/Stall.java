package org.storesync.extension.bazaar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.Cursor;
import org.storesync.connector.Document;
import org.storesync.connector.DocumentId;
import org.storesync.connector.SourceLimits;
import org.storesync.connector.SourcePage;
import org.storesync.connector.TimeWindow;
import org.storesync.connector.UnreadableDocument;

/** What one store has at the marketplace, and how the marketplace behaves towards it. */
public final class Stall {

  /** The oldest instant that it can be asked for. */
  public static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

  /** How far behind the present it can be asked for changes. */
  public static final Duration LAG = Duration.ofMinutes(2);

  public static final Duration CURSOR_LIFETIME = Duration.ofHours(24);

  /**
   * A call for changes as it came in.
   *
   * @param cursor its token, or empty for the first page
   */
  public record Call(Class<?> documentClass, TimeWindow window, String cursor) {}

  private record Place(Class<?> documentClass, DocumentId id) {}

  private record Entry(Place place, Instant shownAt, Document document, String unreadable) {}

  private final Map<Place, Entry> entries = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<DocumentId> reads = new CopyOnWriteArrayList<>();
  private final Map<Integer, RuntimeException> failures = new ConcurrentHashMap<>();
  private final Map<Integer, Gate> gates = new ConcurrentHashMap<>();
  private final Map<Integer, Document> again = new ConcurrentHashMap<>();
  private final Map<DocumentId, String> posters = new ConcurrentHashMap<>();
  private volatile ConnectorFailure readFailure;
  private volatile int readsBeforeFailure;
  private volatile int pageSize = 10;
  private volatile int generation;

  /** Shows a document, or another version of it. */
  public void put(Document document) {
    put(document, document.modified().orElseThrow());
  }

  /** Shows a document that does not say itself when it was changed. */
  public void put(Document document, Instant shownAt) {
    Place place = new Place(document.getClass(), document.id());
    entries.put(place, new Entry(place, shownAt, document, null));
  }

  /** Shows a document that nobody can read. */
  public void putUnreadable(
      Class<? extends Document> documentClass, String id, Instant shownAt, String reason) {
    Place place = new Place(documentClass, new DocumentId(id));
    entries.put(place, new Entry(place, shownAt, null, reason));
  }

  public void remove(Class<? extends Document> documentClass, String id) {
    entries.remove(new Place(documentClass, new DocumentId(id)));
  }

  public void pagesOf(int size) {
    pageSize = size;
  }

  /** Shows this document once more at the end of a page (1 is the first). */
  public void alsoOnPage(int page, Document document) {
    again.put(page, document);
  }

  /** The n-th call from now (1 is the next) fails like this. */
  public void failOnCall(int number, ConnectorFailure failure) {
    failures.put(calls.size() + number, failure);
  }

  /** The n-th call from now (1 is the next) meets a defect. */
  public void breakOnCall(int number, RuntimeException defect) {
    failures.put(calls.size() + number, defect);
  }

  /** Reading single documents works so often, and fails like this from then on. */
  public void failReadsAfter(int number, ConnectorFailure failure) {
    readsBeforeFailure = reads.size() + number;
    readFailure = failure;
  }

  /** Reading single documents works again. */
  public void healReads() {
    readFailure = null;
  }

  /** The n-th call from now (1 is the next) is held at the gate before it is answered. */
  public Gate holdCall(int number) {
    Gate gate = new Gate();
    gates.put(calls.size() + number, gate);
    return gate;
  }

  /** Cursors given so far are no longer accepted. */
  public void expireCursors() {
    generation++;
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Ids of the documents that were read one by one. */
  public List<DocumentId> reads() {
    return List.copyOf(reads);
  }

  /** The slogan of a poster that hangs here. */
  public Optional<String> poster(DocumentId id) {
    return Optional.ofNullable(posters.get(id));
  }

  void hangUp(DocumentId id, String slogan) {
    posters.put(id, slogan);
  }

  SourceLimits limits() {
    return new SourceLimits(LAG, EARLIEST, CURSOR_LIFETIME, pageSize, 5, Duration.ofSeconds(1));
  }

  <D extends Document> SourcePage<D> changes(
      Class<D> documentClass, TimeWindow window, Optional<Cursor> cursor) {
    int number;
    synchronized (this) {
      calls.add(new Call(documentClass, window, cursor.map(Cursor::token).orElse("")));
      number = calls.size();
    }
    Optional.ofNullable(gates.get(number)).ifPresent(Gate::pass);
    if (failures.containsKey(number)) {
      throw failures.get(number);
    }
    return page(documentClass, window, cursor.map(this::place).orElse(0));
  }

  private int place(Cursor cursor) {
    String[] parts = cursor.token().split(":");
    if (Integer.parseInt(parts[0]) != generation) {
      throw new ConnectorFailure.CursorExpired("Bazaar: the cursor is no longer accepted.");
    }
    return Integer.parseInt(parts[1]);
  }

  private <D extends Document> SourcePage<D> page(
      Class<D> documentClass, TimeWindow window, int from) {
    List<Entry> shown =
        entries.values().stream()
            .filter(entry -> entry.place().documentClass().equals(documentClass))
            .filter(entry -> window.contains(entry.shownAt()))
            .sorted(
                Comparator.comparing(Entry::shownAt)
                    .thenComparing(entry -> entry.place().id().value()))
            .toList();
    int to = Math.min(shown.size(), from + pageSize);
    List<D> documents = new ArrayList<>();
    List<UnreadableDocument> unreadable = new ArrayList<>();
    for (Entry entry : shown.subList(Math.min(from, to), to)) {
      if (entry.unreadable() == null) {
        documents.add(documentClass.cast(entry.document()));
      } else {
        unreadable.add(new UnreadableDocument(entry.place().id(), entry.unreadable()));
      }
    }
    Optional.ofNullable(again.get(1 + from / pageSize))
        .filter(documentClass::isInstance)
        .ifPresent(document -> documents.add(documentClass.cast(document)));
    return new SourcePage<>(
        documents,
        unreadable,
        to < shown.size() ? Optional.of(new Cursor(generation + ":" + to)) : Optional.empty());
  }

  <D extends Document> Optional<D> read(Class<D> documentClass, DocumentId id) {
    if (readFailure != null && reads.size() >= readsBeforeFailure) {
      throw readFailure;
    }
    reads.add(id);
    return Optional.ofNullable(entries.get(new Place(documentClass, id)))
        .map(Entry::document)
        .map(documentClass::cast);
  }
}
