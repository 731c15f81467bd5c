package org.storesync.benchmark.small;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The one REST resource. */
@Path("rows")
public class SmallResource {

  @Inject private SmallRows rows;

  @GET
  public int count() {
    return rows.all().size();
  }
}
