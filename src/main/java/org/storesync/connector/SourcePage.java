package org.storesync.connector;

import java.util.List;
import java.util.Optional;

/**
 * One page of what a source answered.
 *
 * @param documents what could be read
 * @param unreadable what could not, with the reason for each; the rest of the page goes on
 * @param next where the next page begins; absent on the last page
 */
public record SourcePage<D extends Document>(
    List<D> documents, List<UnreadableDocument> unreadable, Optional<Cursor> next) {

  public SourcePage {
    documents = List.copyOf(documents);
    unreadable = List.copyOf(unreadable);
  }
}
