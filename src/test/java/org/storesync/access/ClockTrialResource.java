package org.storesync.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.storesync.platform.time.TestClock;

/** Sets the server's clock for tests outside of it. */
@Path("for-tests/clock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClockTrialResource {

  @Inject private TestClock clock;

  /** How much later it is to be. */
  public record Advance(Long seconds) {}

  /** What the clock says. */
  public record Now(Instant now) {}

  @POST
  public Now advance(Advance advance) {
    clock.advance(Duration.ofSeconds(advance.seconds()));
    return new Now(clock.instant());
  }

  @DELETE
  public Now reset() {
    clock.reset();
    return new Now(clock.instant());
  }
}
