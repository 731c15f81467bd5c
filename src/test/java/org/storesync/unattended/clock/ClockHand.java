package org.storesync.unattended.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moves the {@link MovedClock} in a file. */
public final class ClockHand {

  private final ByteBuffer file;

  /** Makes the file, with the clock at this instant. */
  public ClockHand(Path path, Instant start) {
    try (FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      file = channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    moveTo(start);
  }

  public void moveTo(Instant instant) {
    MovedClock.MICROS.setVolatile(file, 0, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }
}
