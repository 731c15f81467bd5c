package org.storesync.unattended.clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock that stands in a file, which {@link ClockHand} moves: for all servers and the simulated
 * marketplace alike, at the same moment, and also for a server that starts again in between.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class MovedClock extends Clock {

  /** System property: the file. */
  public static final String FILE = "storesync.test.clock";

  static final VarHandle MICROS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private ByteBuffer file;

  /** The clock in this file, outside of a server. */
  public static MovedClock in(Path path) {
    MovedClock clock = new MovedClock();
    clock.open(path);
    return clock;
  }

  @PostConstruct
  void open() {
    open(Path.of(System.getProperty(FILE)));
  }

  private void open(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      file = channel.map(MapMode.READ_ONLY, 0, Long.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plus((long) MICROS.getVolatile(file, 0), ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
