package org.storesync.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses may be called: https only and outside of private networks, except on this machine
 * or where the setting {@code storesync.http.insecure.allowed} permits it; never with a user name
 * or password in the address.
 */
@ApplicationScoped
public class AddressPolicy {

  private static final Logger LOG = Logger.getLogger(AddressPolicy.class.getName());

  /** What is wrong with an address. */
  public enum Problem {
    /** It can't be read as an address of the web. */
    MALFORMED,
    /** It is not https. */
    INSECURE,
    /** It holds a user name or password. */
    USER_INFO
  }

  @Inject
  @ConfigProperty(name = "storesync.http.insecure.allowed", defaultValue = "false")
  boolean insecureAllowed;

  @Inject OwnAddress ownAddress;

  /** What is wrong with the address; absent if it may be called. */
  public Optional<Problem> problem(String address) {
    URI uri;
    try {
      uri = new URI(isOwn(address) ? "http://localhost" + address : address);
    } catch (URISyntaxException e) {
      return Optional.of(Problem.MALFORMED);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getRawUserInfo() != null) {
      return Optional.of(Problem.USER_INFO);
    }
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return Optional.of(Problem.MALFORMED);
    }
    if (insecureAllowed || isLoopback(uri.getHost())) {
      return Optional.empty();
    }
    return scheme.equals("https") ? Optional.empty() : Optional.of(Problem.INSECURE);
  }

  /**
   * The address to connect to.
   *
   * @throws HttpFailure.AddressRefused if it may not be called
   */
  URI resolve(String address) {
    String shown = address.replaceFirst("\\?.*", "");
    problem(address)
        .ifPresent(
            problem -> {
              throw new HttpFailure.AddressRefused(
                  switch (problem) {
                    case MALFORMED -> "The address %s can't be read.".formatted(shown);
                    case INSECURE -> "The address %s is not https.".formatted(shown);
                    case USER_INFO -> "The address holds a user name or password.";
                  });
            });
    if (isOwn(address)) {
      return ownAddress.resolve(address);
    }
    URI target = URI.create(address);
    refuseInside(target.getHost());
    return target;
  }

  /**
   * No name may lead into our own network. Asked for each call, because the answer for a name can
   * change; Java remembers it for longer than it takes to connect, and a machine inside could not
   * show a certificate for a name that somebody made up.
   */
  private void refuseInside(String host) {
    if (insecureAllowed || isLoopback(host)) {
      return;
    }
    try {
      for (InetAddress found : InetAddress.getAllByName(host)) {
        if (isInside(found)) {
          throw new HttpFailure.AddressRefused(
              "The address %s lies inside a private network.".formatted(host));
        }
      }
    } catch (UnknownHostException e) {
      // The call itself will say that nobody is there.
      LOG.log(Level.FINE, "No address for {0}", host);
    }
  }

  static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64
        || bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
  }

  /** Two slashes would name another host. */
  private static boolean isOwn(String address) {
    return address.startsWith("/") && !address.startsWith("//");
  }

  /** Judged by the name itself: what a name server answers can change between check and call. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("[::1]");
  }
}
