package org.storesync.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A record that a processing run still has to do. Written by {@link RunRecords} alone. */
@Entity
@Table(name = "run_record")
@IdClass(RunRecord.Key.class)
public class RunRecord {

  /** Its place in the run. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private long runId;
    private int position;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.runId == runId && key.position == position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(runId, position);
    }
  }

  @Id
  @Column(name = "run_id")
  private long runId;

  @Id private int position;

  @Column(name = "record_id")
  private long recordId;

  protected RunRecord() {}
}
