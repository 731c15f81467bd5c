package org.storesync.api;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Reads the headers that the platform reads later, where a malformed one could no longer be told
 * from a failure of the server.
 */
@Provider
@PreMatching
public class ReadableHeaders implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      request.getAcceptableMediaTypes();
      request.getAcceptableLanguages();
      request.getMediaType();
    } catch (ProcessingException malformed) {
      throw RequestRefused.malformed("A header of the request can't be read.");
    }
  }
}
