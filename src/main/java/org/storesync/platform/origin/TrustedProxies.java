package org.storesync.platform.origin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The machines whose word counts about who stands behind them: this one, and those of the setting
 * {@code storesync.trusted.proxies}. What anybody else writes into {@code X-Forwarded-For} is
 * ignored, because everybody can write it.
 */
@ApplicationScoped
public class TrustedProxies {

  private static final Logger LOG = Logger.getLogger(TrustedProxies.class.getName());
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final List<String> SIGNS_OF_A_PROXY =
      List.of(FORWARDED_FOR, "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "Via");

  @Inject
  @ConfigProperty(name = "storesync.trusted.proxies")
  Optional<String> setting;

  private List<NetworkRange> trusted;

  @PostConstruct
  void read() {
    trusted =
        Stream.concat(Stream.of("127.0.0.0/8", "::1"), Stream.of(setting.orElse("").split(",")))
            .map(String::strip)
            .filter(range -> !range.isEmpty())
            .map(NetworkRange::parse)
            .toList();
  }

  /** A setting that can't be read keeps the server from starting, rather than each request. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    LOG.fine(() -> trusted.size() + " networks of proxies are trusted");
  }

  /** Whether the one who speaks to us directly is this machine or a trusted proxy. */
  public boolean spokenToBy(HttpServletRequest request) {
    return isTrusted(request.getRemoteAddr());
  }

  /** Whether somebody on this machine itself asks, and no proxy on it for somebody else. */
  public boolean isOnThisMachine(HttpServletRequest request) {
    return SIGNS_OF_A_PROXY.stream().allMatch(sign -> request.getHeader(sign) == null)
        && NetworkRange.literal(request.getRemoteAddr())
            .filter(InetAddress::isLoopbackAddress)
            .isPresent();
  }

  /**
   * The address of the client: the last in the chain of proxies that none of the trusted ones
   * stands at.
   */
  public String clientOf(HttpServletRequest request) {
    return client(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
  }

  String client(String peer, List<String> forwardedFor) {
    List<String> chain = new ArrayList<>();
    forwardedFor.forEach(header -> chain.addAll(List.of(header.split(","))));
    String client = peer;
    for (int i = chain.size() - 1; i >= 0 && isTrusted(client); i--) {
      Optional<InetAddress> before = NetworkRange.literal(chain.get(i).strip());
      if (before.isEmpty()) {
        return client;
      }
      client = before.get().getHostAddress();
    }
    return client;
  }

  private boolean isTrusted(String address) {
    return NetworkRange.literal(address)
        .filter(found -> trusted.stream().anyMatch(range -> range.contains(found)))
        .isPresent();
  }
}
