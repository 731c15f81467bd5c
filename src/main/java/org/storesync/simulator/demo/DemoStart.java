package org.storesync.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * When the demo began. Without a setting the first start writes it into a file below the home
 * folder, and later starts read it there.
 */
public record DemoStart(Path home) {

  /** The moment in the file, which is made with the present moment if it is not there. */
  public Instant kept(Clock clock) {
    Path folder = home.resolve("simulator");
    Path file = folder.resolve("start");
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(folder);
        Files.writeString(file, clock.instant().toString());
      }
      return Instant.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The file %s can't be read or made. Without it the demo data would change at each start."
              .formatted(file),
          e);
    }
  }
}
