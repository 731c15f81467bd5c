package org.storesync.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.storesync.unattended.clock.ClockHand;
import org.storesync.unattended.clock.MovedClock;

/** A server whose clock stands until the test moves it, so that nobody waits for minutes. */
public final class ClockedServer implements AutoCloseable {

  private final RunningServer server;
  private final ClockHand hand;
  private Instant now = Instant.now();

  /**
   * Starts a demo server, at the present.
   *
   * @param name of its log and folders
   */
  public ClockedServer(String name) {
    ServerSettings settings = ServerSettings.demo(name).withAmpleQuota();
    Path clock = settings.home().resolve("clock");
    hand = new ClockHand(clock, now);
    server =
        RunningServer.start(
            name,
            ExtendedWar.write(name, MovedClock.class),
            settings.with(MovedClock.FILE, clock.toString()));
  }

  public RunningServer running() {
    return server;
  }

  /** Moves its clock; what is due then begins at once. */
  public void pass(Duration time) {
    now = now.plus(time);
    hand.moveTo(now);
  }

  @Override
  public void close() {
    server.close();
  }
}
