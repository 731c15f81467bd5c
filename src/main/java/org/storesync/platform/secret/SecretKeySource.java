package org.storesync.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.storesync.platform.database.DatabaseVendor;

/** Where the keys come from: settings, or on H2 the key file below {@code STORESYNC_HOME}. */
final class SecretKeySource {

  private static final String FILE_NAME = "secret.key";

  private final Config config;
  private final DatabaseVendor vendor;
  private final Path home;

  SecretKeySource(Config config, DatabaseVendor vendor, Path home) {
    this.config = config;
    this.vendor = vendor;
    this.home = home;
  }

  /**
   * @param mayMake whether nothing has been closed yet, so that a new key file loses nothing
   */
  SecretBox load(boolean mayMake) {
    return new SecretBox(current(mayMake), earlier());
  }

  private SecretKey current(boolean mayMake) {
    Optional<String> configured =
        config.getOptionalValue("storesync.secret.key", String.class).filter(key -> !key.isBlank());
    if (configured.isPresent()) {
      return SecretKey.parse(configured.get());
    }
    if (vendor == DatabaseVendor.POSTGRESQL) {
      throw new SecretKeyProblem(
          "On PostgreSQL the setting STORESYNC_SECRET_KEY is required, the same on every node. "
              + SecretKey.HOW_TO_MAKE_ONE);
    }
    Path file = home.resolve(FILE_NAME);
    if (Files.exists(file)) {
      return read(file);
    }
    if (!mayMake) {
      throw new SecretKeyProblem(
          "The key file %s is missing, but the database holds secrets. Restore it from the backup."
              .formatted(file));
    }
    return make(file);
  }

  private List<SecretKey> earlier() {
    return config
        .getOptionalValue("storesync.secret.keys.earlier", String.class)
        .map(keys -> Arrays.stream(keys.split(",")).map(SecretKey::parse).toList())
        .orElse(List.of());
  }

  private static SecretKey read(Path file) {
    try {
      return SecretKey.parse(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file %s can't be read".formatted(file), e);
    }
  }

  private static SecretKey make(Path file) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    SecretKey key = SecretKey.of(bytes);
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, key.base64() + System.lineSeparator(), StandardCharsets.US_ASCII);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("The key file %s can't be written".formatted(file), e);
    }
  }
}
