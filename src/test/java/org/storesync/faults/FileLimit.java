package org.storesync.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A limit on the size of the files that a process may write (RLIMIT_FSIZE), set and lifted while it
 * runs. Whoever may signal a process may do that.
 */
final class FileLimit {

  private long process;

  static boolean isAvailable() {
    try {
      return new ProcessBuilder("prlimit", "--version").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void set(long pid, long bytes) {
    process = pid;
    set(Long.toString(bytes));
  }

  void lift() {
    set("unlimited");
  }

  /** The upper limit stays as it is: else the lower one could not be lifted again. */
  private void set(String bytes) {
    try {
      int exit =
          new ProcessBuilder("prlimit", "--pid=" + process, "--fsize=" + bytes + ":")
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("prlimit ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
