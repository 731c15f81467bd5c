package org.storesync.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Where this server itself can be reached from within. Asked when a call is made and never stored,
 * so that the demo store works on whatever port the server was started.
 *
 * <p>Payara tells the port that it was given. With {@code --autobindhttp} that is not the one it
 * found, so the port at which a request really came in counts more.
 */
@ApplicationScoped
public class OwnAddress {

  static final String PORT = "payara.instance.http.port";
  static final String ADDRESS = "payara.instance.http.address";

  private static final String LOOPBACK = "127.0.0.1";
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "localhost", "");

  @Inject Config config;

  private volatile Optional<Integer> seenPort = Optional.empty();

  /** A request came in; only the container's own word counts, not what the request says. */
  void heard(@Observes @Initialized(RequestScoped.class) ServletRequest request) {
    if (!request.isSecure() && seenPort.isEmpty()) {
      seenPort = Optional.of(request.getLocalPort());
    }
  }

  /**
   * @param path begins with one slash
   */
  URI resolve(String path) {
    return URI.create("http://%s:%d%s".formatted(host(), port(path), path));
  }

  private String host() {
    String address = config.getOptionalValue(ADDRESS, String.class).orElse("").trim();
    if (EVERYWHERE.contains(address)) {
      return LOOPBACK;
    }
    return address.contains(":") ? "[" + address + "]" : address;
  }

  private int port(String path) {
    return seenPort
        .or(() -> config.getOptionalValue(PORT, Integer.class))
        .orElseThrow(
            () ->
                new HttpFailure.AddressRefused(
                    "The server does not tell its own port: give the complete address instead of %s."
                        .formatted(path.replaceFirst("\\?.*", ""))));
  }
}
