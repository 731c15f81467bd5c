package org.storesync.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** Tells tests inside the server where it can be reached. */
@ApplicationScoped
public class OwnServer {

  @Inject private OwnAddress own;

  /**
   * @param path with a slash at the start
   */
  public URI address(String path) {
    return own.resolve(path);
  }
}
