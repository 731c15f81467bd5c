package org.storesync.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.storesync.api.Problem;
import org.storesync.api.ProblemNet;
import org.storesync.api.RestApi;

/**
 * The answer to a request that no part of the application gets to see: a status and a sentence,
 * without a page, which would have to read the request after all. Programs below {@code /api} get a
 * problem document, as from the resources there.
 */
public final class Refusal {

  private Refusal() {}

  public static void write(
      HttpServletRequest request, HttpServletResponse response, int status, String sentence)
      throws IOException {
    if (isOfProgram(request)) {
      ProblemNet.write(response, Problem.of(status, sentence.strip()));
      return;
    }
    response.setStatus(status);
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(sentence);
  }

  /** Whether a request is one of programs; asked of the path as the server itself reads it. */
  static boolean isOfProgram(HttpServletRequest request) {
    return request.getServletPath().equals("/" + RestApi.ROOT);
  }
}
