package org.storesync.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Chromium or Chrome of this machine. Playwright does not download one. Where there is none it
 * is installed, if we are root on Debian; else the tests fail and say what to install.
 */
final class InstalledBrowser {

  static final String SETTING = "STORESYNC_TEST_BROWSER";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final Path APPLE =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final int INSTALL_LIMIT_MINUTES = 10;

  private final Map<String, String> environment;
  private final Installer installer;

  /** Installs Chromium where that can be done. */
  interface Installer {
    /** Whether it was done. */
    boolean install();
  }

  InstalledBrowser() {
    this(System.getenv(), InstalledBrowser::installAsRootOnDebian);
  }

  InstalledBrowser(Map<String, String> environment, Installer installer) {
    this.environment = environment;
    this.installer = installer;
  }

  /**
   * @throws IllegalStateException if there is none and none can be installed; says what to do
   */
  Path executable() {
    String configured = environment.get(SETTING);
    if (configured != null) {
      return Optional.of(Path.of(configured))
          .filter(Files::isExecutable)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "%s is %s, which is not a program.".formatted(SETTING, configured)));
    }
    return find()
        .or(() -> installer.install() ? find() : Optional.empty())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    ("The browser tests need Chromium or Chrome and found none of %s on the PATH."
                            + " Install it (Debian, as root: apt-get install chromium"
                            + " fonts-liberation) or give its path as %s.")
                        .formatted(NAMES, SETTING)));
  }

  private Optional<Path> find() {
    String path = environment.getOrDefault("PATH", "");
    Stream<Path> onPath =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .flatMap(folder -> NAMES.stream().map(folder::resolve));
    return Stream.concat(onPath, Stream.of(APPLE)).filter(Files::isExecutable).findFirst();
  }

  private static boolean installAsRootOnDebian() {
    // On Ubuntu the package of this name only fetches a snap, which does not run everywhere.
    if (!"root".equals(System.getProperty("user.name"))
        || !Files.exists(Path.of("/etc/debian_version"))
        || !osRelease().contains("ID=debian")) {
      return false;
    }
    // Journeys go on in several processes: the first one installs, the others wait for it.
    try (FileChannel file =
            FileChannel.open(
                target().resolve("install-chromium.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock alone = file.lock()) {
      if (new InstalledBrowser(System.getenv(), () -> false).find().isEmpty()) {
        install();
      }
      return alone.isValid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install() {
    report("No Chromium found. We are root on Debian: installing it, once.");
    run("apt-get", "update");
    run("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
    report("Chromium is installed.");
  }

  private static Path target() throws IOException {
    return Files.createDirectories(Path.of("target"));
  }

  private static List<String> osRelease() {
    try {
      return Files.readAllLines(Path.of("/etc/os-release"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... command) {
    String spoken = String.join(" ", command);
    report(spoken);
    try {
      Path log = target().resolve("install-chromium.log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Process process = builder.start();
      if (!process.waitFor(INSTALL_LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "%s did not end within %d minutes; see %s. Install Chromium by hand."
                .formatted(spoken, INSTALL_LIMIT_MINUTES, log));
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s failed; see %s. Install Chromium by hand.".formatted(spoken, log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void report(String what) {
    System.out.println("[browser tests] " + what);
  }
}
