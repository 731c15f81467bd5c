package org.storesync.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses may be called: https only, except on this machine or where the setting {@code
 * storesync.http.insecure.allowed} permits it; never with a user name or password in the address.
 */
@ApplicationScoped
public class AddressPolicy {

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
    boolean mayBePlain = insecureAllowed || isLoopback(uri.getHost());
    return scheme.equals("https") || mayBePlain ? Optional.empty() : Optional.of(Problem.INSECURE);
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
    return isOwn(address) ? ownAddress.resolve(address) : URI.create(address);
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
