package org.storesync.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.storesync.connector.DocumentId;
import org.storesync.connector.Side;

/**
 * The pair of a record that a person deleted. Found again, its document is updated and not made a
 * second time.
 */
@Entity
@Table(name = "kept_pair")
@IdClass(KeptPair.Key.class)
public class KeptPair {

  /** Which pair. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private long storeEntityId;
    private String externalId;

    protected Key() {}

    public Key(long storeEntityId, String externalId) {
      this.storeEntityId = storeEntityId;
      this.externalId = externalId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.storeEntityId == storeEntityId
          && key.externalId.equals(externalId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(storeEntityId, externalId);
    }
  }

  @Id
  @Column(name = "store_entity_id")
  private long storeEntityId;

  @Id
  @Column(name = "external_id")
  private String externalId;

  @Column(name = "local_id")
  private String localId;

  protected KeptPair() {}

  KeptPair(long storeEntityId, DocumentId externalId, DocumentId localId) {
    this.storeEntityId = storeEntityId;
    this.externalId = externalId.value();
    this.localId = localId.value();
  }

  void replace(DocumentId newer) {
    localId = newer.value();
  }

  DocumentId idOn(Side side) {
    return new DocumentId(side == Side.MARKETPLACE ? externalId : localId);
  }
}
