package org.storesync.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Which version of StoreSync this is, as the build wrote it into the archive. */
@ApplicationScoped
public class ProductVersion {

  private static final String UNKNOWN = "0";

  @Inject ServletContext archive;

  /** For example {@code 1.0.0}; {@code 0} where the archive does not say. */
  public String text() {
    try (InputStream manifest = archive.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      return manifest == null
          ? UNKNOWN
          : Optional.ofNullable(
                  new Manifest(manifest)
                      .getMainAttributes()
                      .getValue(Attributes.Name.IMPLEMENTATION_VERSION))
              .orElse(UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException("The archive's own description can't be read.", e);
    }
  }
}
