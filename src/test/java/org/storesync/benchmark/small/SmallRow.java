package org.storesync.benchmark.small;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The one JPA entity. */
@Entity
public class SmallRow {

  @Id private long id;
  private String name;

  public long getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
