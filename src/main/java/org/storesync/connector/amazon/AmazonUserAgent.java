package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.storesync.platform.config.ProductVersion;

/**
 * How StoreSync names itself to Amazon, in the form that Amazon asks for: {@code AppId/Version
 * (Language=...; Platform=...)}, at most 500 characters.
 */
@ApplicationScoped
class AmazonUserAgent {

  @Inject ProductVersion version;

  String text() {
    return "StoreSync/%s (Language=Java/%d; Platform=%s)"
        .formatted(
            version.text(),
            Runtime.version().feature(),
            System.getProperty("os.name").replaceAll("[^\\w.-]", "_"));
  }
}
