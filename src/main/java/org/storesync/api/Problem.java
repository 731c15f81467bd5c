package org.storesync.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document (RFC 9457). Its type is always {@code about:blank}: the status says what kind
 * of problem it is, the detail what happened and what to do.
 *
 * @param title the status in words
 * @param detail a sentence for people
 * @param errors what is wrong field by field; null if the problem lies elsewhere
 */
@Schema(requiredProperties = {"type", "title", "status", "detail"})
public record Problem(
    String type, String title, int status, String detail, List<FieldError> errors) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem that no single field causes. */
  public static Problem of(int status, String detail) {
    return new Problem("about:blank", titleOf(status), status, detail, null);
  }

  /** A problem with these fields. */
  public static Problem of(int status, String detail, List<FieldError> errors) {
    return new Problem("about:blank", titleOf(status), status, detail, List.copyOf(errors));
  }

  private static String titleOf(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
