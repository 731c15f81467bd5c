package org.storesync.api;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is compared before something is changed, so that nothing is overwritten in silence. */
public final class Versions {

  private Versions() {}

  /** The version of one thing. */
  public static EntityTag of(int version) {
    return new EntityTag(Integer.toString(version));
  }

  /** The version of a list: it changes with that of each of its entries. */
  public static EntityTag ofAll(Collection<Integer> versions) {
    return new EntityTag(
        versions.stream().map(String::valueOf).collect(Collectors.joining("-", "all-", "")));
  }

  /**
   * Goes on only if the request changes what its sender has seen.
   *
   * @param named the request's If-Match, which may be null
   * @param current tags under which the sender may have seen what is there now
   * @throws RequestRefused if the request names no version, or an older one
   */
  public static void require(Request request, String named, EntityTag... current) {
    if (named == null || named.isBlank()) {
      throw RequestRefused.withoutVersion();
    }
    for (EntityTag tag : current) {
      if (names(request, tag)) {
        return;
      }
    }
    throw RequestRefused.changedMeanwhile();
  }

  private static boolean names(Request request, EntityTag tag) {
    try {
      return request.evaluatePreconditions(tag) == null;
    } catch (ProcessingException malformed) {
      throw RequestRefused.badField(
          HttpHeaders.IF_MATCH, "It must be an ETag as it was answered, in its quotes, or *.");
    }
  }
}
