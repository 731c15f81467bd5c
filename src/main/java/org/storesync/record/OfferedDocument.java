package org.storesync.record;

import org.storesync.connector.Document;
import org.storesync.platform.json.DocumentJson;

/** A document of a page, written as JSON once somebody asks: often its time alone decides. */
final class OfferedDocument<D extends Document> {

  private final D document;
  private final DocumentJson json;
  private String content;
  private String hash;

  OfferedDocument(D document, DocumentJson json) {
    this.document = document;
    this.json = json;
  }

  D document() {
    return document;
  }

  String content() {
    if (content == null) {
      content = json.write(document);
    }
    return content;
  }

  /** Fingerprint of the content. */
  String hash() {
    if (hash == null) {
      hash = DocumentJson.hash(content());
    }
    return hash;
  }
}
