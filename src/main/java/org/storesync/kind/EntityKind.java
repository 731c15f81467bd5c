package org.storesync.kind;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.storesync.connector.Document;
import org.storesync.platform.text.RoomTexts;

/**
 * What people call an entity: a kind of data that is synchronized in a fixed direction. A kind says
 * what its documents are and which rules hold for them; it does no I/O. It is found as a bean; its
 * package holds its document and its texts ({@code caption}).
 *
 * @param <D> its document; kinds with the same document are read from a source together
 */
public interface EntityKind<D extends Document> {

  /** Stable, in capitals, for example {@code SALES_ORDER}: it is stored with each store. */
  String code();

  Class<D> documentClass();

  Direction direction();

  /** Place in the order in which entities are synchronized; lower goes first. Unique. */
  int syncOrder();

  /** The entity's name for people. */
  default String caption(Locale language) {
    return RoomTexts.of(getClass()).text(language, "caption");
  }

  /** Which of the documents that are read together belong to this kind. */
  boolean takes(D document);

  /**
   * Whether the document takes part, by the kind's own rules.
   *
   * @param synchronizedBefore whether it has a counterpart at the destination already
   */
  Verdict judge(D document, boolean synchronizedBefore);

  DocumentSummary summarize(D document);

  /** The documents that must be synchronized too for this kind to work at all. */
  default Set<Class<? extends Document>> needs() {
    return Set.of();
  }

  /** What must have been synchronized before this document. */
  List<Prerequisite> prerequisites(D document);

  /** What is missing or wrong in the document, a sentence each; empty if it can be written. */
  List<String> problems(D document);

  /** Whether two records of a store may not share one document of the back office. */
  boolean uniqueLocalId();
}
