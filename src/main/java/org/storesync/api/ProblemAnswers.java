package org.storesync.api;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever goes wrong below {@code /api} into a problem document. What nobody expected is
 * logged here, and told outside without a word of where it happened.
 */
@Provider
public class ProblemAnswers implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(ProblemAnswers.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof RequestRefused refused) {
      return refused.getResponse();
    }
    if (failure instanceof EJBAccessException) {
      return answer(403, "The role of this token does not allow this.");
    }
    if (failure instanceof WebApplicationException ofServer) {
      return ofServer(ofServer);
    }
    LOG.log(Level.SEVERE, "A request to the API failed unexpectedly", failure);
    return answer(
        500, "The server failed unexpectedly; its log says why. Try again, or tell its operator.");
  }

  private static Response ofServer(WebApplicationException failure) {
    Response original = failure.getResponse();
    int status = original.getStatus();
    if (status < 400) {
      return original;
    }
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(status, detail(failure, status)));
    String allowed = original.getHeaderString(HttpHeaders.ALLOW);
    return allowed == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allowed).build();
  }

  private static String detail(WebApplicationException failure, int status) {
    if (failure instanceof NotFoundException) {
      return "There is nothing at this address. The addresses are in /openapi.";
    }
    if (failure instanceof NotAllowedException) {
      return "This address does not take this method; Allow names those it takes.";
    }
    if (failure instanceof NotSupportedException) {
      return "The body must be JSON: send Content-Type: application/json.";
    }
    if (failure instanceof NotAcceptableException) {
      return "This address does not answer in a media type that Accept names.";
    }
    if (failure instanceof ForbiddenException) {
      return "The role of this token does not allow this.";
    }
    return status < 500
        ? "The request can't be understood. Compare it with /openapi."
        : "The server can't answer now. Try again later.";
  }

  private static Response answer(int status, String detail) {
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(status, detail))
        .build();
  }
}
