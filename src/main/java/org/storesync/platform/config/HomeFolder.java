package org.storesync.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The folder below which the server writes everything it writes: the embedded database, the key
 * file, the start of the demo data. Setting {@code STORESYNC_HOME}; by default {@code
 * storesync-home} in the folder where the server was started.
 */
@ApplicationScoped
public class HomeFolder {

  public static final String SETTING = "storesync.home";
  private static final String DEFAULT_NAME = "storesync-home";

  /** The folder, made if it is not there yet. */
  public Path path() {
    return of(ConfigProvider.getConfig());
  }

  /** The folder as the given configuration names it, for what runs before injection does. */
  public static Path of(Config config) {
    Path home =
        Path.of(config.getOptionalValue(SETTING, String.class).orElse(DEFAULT_NAME))
            .toAbsolutePath()
            .normalize();
    try {
      return Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder %s (STORESYNC_HOME) can't be made. Give the server a folder that it may write."
              .formatted(home),
          e);
    }
  }
}
