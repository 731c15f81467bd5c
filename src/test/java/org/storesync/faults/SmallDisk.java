package org.storesync.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own in memory, small enough to be filled. Only root may make one. */
final class SmallDisk implements AutoCloseable {

  private static final int MEGABYTES = 400;
  private static final int BLOCK = 64 * 1024;

  private final Path folder;
  private final Path ballast;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /** Absent where it is not allowed. */
  static Optional<SmallDisk> mount() {
    try {
      Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
      Path folder = Files.createTempDirectory(homes, "small-disk-");
      return run(
              "mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString())
          ? Optional.of(new SmallDisk(folder))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Until not another byte goes onto it. */
  void fill() {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // That is what was wanted.
    }
  }

  void makeRoom() {
    try {
      Files.delete(ballast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // Lazily: a process that is just ending may still stand in it.
    run("umount", "--lazy", folder.toString());
  }
}
