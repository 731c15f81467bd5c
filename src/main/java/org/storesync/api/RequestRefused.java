package org.storesync.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request that is answered with a problem document. Nothing was changed. */
public class RequestRefused extends WebApplicationException {

  private static final long serialVersionUID = 1L;
  private static final String WRONG_FIELDS =
      "The request has wrong values; errors names each field. Nothing was changed.";

  private RequestRefused(Problem problem) {
    super(
        problem.detail(),
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build());
  }

  /** 400: one field or parameter is wrong. */
  public static RequestRefused badField(String field, String message) {
    return badFields(List.of(new FieldError(field, message)));
  }

  /** 400: these fields are wrong. */
  public static RequestRefused badFields(List<FieldError> errors) {
    return new RequestRefused(Problem.of(400, WRONG_FIELDS, errors));
  }

  /** 400: what is wrong, a sentence by field. */
  public static RequestRefused badFields(Map<String, String> problems) {
    List<FieldError> errors = new ArrayList<>();
    problems.forEach((field, message) -> errors.add(new FieldError(field, message)));
    return badFields(errors);
  }

  /** 400: the request as a whole can't be understood. */
  public static RequestRefused malformed(String detail) {
    return new RequestRefused(Problem.of(400, detail));
  }

  /** 404: what the address names is not there. */
  public static RequestRefused notFound(String detail) {
    return new RequestRefused(Problem.of(404, detail));
  }

  /** 409: it contradicts what is there. */
  public static RequestRefused conflict(String detail) {
    return new RequestRefused(Problem.of(409, detail));
  }

  /** 409: this field contradicts what is there. */
  public static RequestRefused conflict(String field, String message) {
    return new RequestRefused(Problem.of(409, message, List.of(new FieldError(field, message))));
  }

  /** 412: somebody else changed it since it was read. */
  public static RequestRefused changedMeanwhile() {
    return new RequestRefused(
        Problem.of(
            412,
            "It was changed since you read it. Nothing was changed by this request: read it again"
                + " and send the new ETag as If-Match."));
  }

  /** 413: the body is larger than is accepted. */
  public static RequestRefused tooLarge(int bytes) {
    return new RequestRefused(
        Problem.of(413, "The body is larger than %d bytes. Send less at once.".formatted(bytes)));
  }

  /** 428: the request must say which version it changes. */
  public static RequestRefused withoutVersion() {
    return new RequestRefused(
        Problem.of(
            428,
            "Send the ETag of what you read as If-Match, so that nobody else's change is"
                + " overwritten; or * to overwrite whatever is there."));
  }
}
