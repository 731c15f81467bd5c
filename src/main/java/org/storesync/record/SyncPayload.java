package org.storesync.record;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.storesync.platform.secret.EncryptedText;

/** The document of a record as it was received, closed at rest: it holds personal data. */
@Entity
@Table(name = "sync_payload")
public class SyncPayload {

  @Id
  @Column(name = "record_id")
  private Long recordId;

  @MapsId
  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "record_id")
  private SyncRecord record;

  @Convert(converter = EncryptedText.class)
  private String document;

  protected SyncPayload() {}

  SyncPayload(SyncRecord record, String document) {
    this.record = record;
    this.document = document;
  }

  Long recordId() {
    return recordId;
  }

  String document() {
    return document;
  }

  void replace(String newer) {
    document = newer;
  }
}
