package org.storesync.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Locale;
import java.util.Map;

/** What programs drive StoreSync by. Its resources are found in their rooms. */
@ApplicationPath(RestApi.ROOT)
public class RestApi extends Application {

  /** The folder below which everything lies. */
  public static final String ROOT = "api";

  /** The language of all answers: programs compare texts, and people search their logs for them. */
  public static final Locale LANGUAGE = Locale.ENGLISH;

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // The description is OpenAPI; an answer to OPTIONS in WADL would tell the library's
        // version.
        "jersey.config.server.wadl.disableWadl",
        true,
        // Addresses go out as ApiAddress writes them.
        "jersey.config.server.headers.location.relative.resolution.disabled",
        true,
        // Else the server would put its page of HTML in place of a problem document.
        "jersey.config.server.response.setStatusOverSendError",
        true);
  }
}
