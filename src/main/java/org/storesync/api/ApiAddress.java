package org.storesync.api;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Addresses of the API as answers name them: without scheme and host, which this server does not
 * know behind a proxy.
 */
public final class ApiAddress {

  private ApiAddress() {}

  /**
   * @param here where the request was sent to
   * @param parts of the path below the API, as they are
   */
  public static URI of(UriInfo here, String... parts) {
    return UriBuilder.fromPath(here.getBaseUri().getRawPath()).segment(parts).build();
  }
}
