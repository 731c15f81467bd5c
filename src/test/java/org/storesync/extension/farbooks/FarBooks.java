package org.storesync.extension.farbooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.DocumentId;
import org.storesync.extension.bazaar.Gate;
import org.storesync.extension.poster.Poster;

/** The books of all stores, in memory, and how they behave. */
@ApplicationScoped
public class FarBooks {

  /**
   * A document as it stands in the books.
   *
   * @param key its id in the marketplace
   */
  public record Page(long storeId, String id, String subject, String key, String content) {}

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<Long, Map<DocumentId, Poster>> posters = new ConcurrentHashMap<>();
  private final List<String> written = new ArrayList<>();
  private final Map<String, ConnectorFailure> failures = new ConcurrentHashMap<>();
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** Everything that stands in the books of a store. */
  public List<Page> of(long storeId) {
    return pages.values().stream().filter(page -> page.storeId() == storeId).toList();
  }

  /** Keys in the order in which they were written. */
  public synchronized List<String> written() {
    return List.copyOf(written);
  }

  /** Puts a poster into the books, or another version of it. */
  public void putPoster(long storeId, Poster poster) {
    posters.computeIfAbsent(storeId, id -> new ConcurrentHashMap<>()).put(poster.id(), poster);
  }

  public void removePoster(long storeId, DocumentId id) {
    posters.get(storeId).remove(id);
  }

  List<Poster> posters(long storeId) {
    return List.copyOf(posters.getOrDefault(storeId, Map.of()).values());
  }

  /** Writing the document with this key fails like this until it is healed. */
  public void failFor(String key, ConnectorFailure failure) {
    failures.put(key, failure);
  }

  public void heal(String key) {
    failures.remove(key);
  }

  /** The next writing of the document with this key is held before it is done. */
  public Gate hold(String key) {
    Gate gate = new Gate();
    gates.put(key, gate);
    return gate;
  }

  /** A document that somebody wrote by hand. */
  public String byHand(long storeId, String subject, String key) {
    return write(storeId, "F" + numbers.incrementAndGet(), subject, key, "by hand");
  }

  /** Writes a page; without an id the page of this key is written, or a new one. */
  String save(long storeId, String id, String subject, String key, String content) {
    Gate gate = gates.remove(key);
    if (gate != null) {
      gate.pass();
    }
    if (failures.containsKey(key)) {
      throw failures.get(key);
    }
    return write(storeId, id.isEmpty() ? idOf(storeId, subject, key) : id, subject, key, content);
  }

  private synchronized String idOf(long storeId, String subject, String key) {
    return of(storeId).stream()
        .filter(page -> page.subject().equals(subject) && page.key().equals(key))
        .map(Page::id)
        .findFirst()
        .orElseGet(() -> "F" + numbers.incrementAndGet());
  }

  private synchronized String write(
      long storeId, String id, String subject, String key, String content) {
    pages.compute(
        id,
        (same, there) ->
            new Page(storeId, id, subject, there == null ? key : there.key(), content));
    written.add(key);
    return id;
  }
}
