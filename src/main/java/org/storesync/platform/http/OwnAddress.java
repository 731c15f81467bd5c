package org.storesync.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.Config;

/**
 * Where this server itself can be reached from within. Asked when a call is made and never stored,
 * so that the demo store works on whatever port the server was started.
 */
@ApplicationScoped
public class OwnAddress {

  /** Told by Payara's own configuration source. */
  static final String PORT = "payara.instance.http.port";

  @Inject Config config;

  /**
   * @param path begins with one slash
   */
  URI resolve(String path) {
    int port =
        config
            .getOptionalValue(PORT, Integer.class)
            .orElseThrow(
                () ->
                    new HttpFailure.AddressRefused(
                        "The server does not tell its own port: give the complete address instead of %s."
                            .formatted(path.replaceFirst("\\?.*", ""))));
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
