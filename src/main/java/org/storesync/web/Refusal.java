package org.storesync.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The answer to a request that no part of the application gets to see: a status and a sentence,
 * without a page, which would have to read the request after all.
 */
public final class Refusal {

  private Refusal() {}

  public static void write(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(sentence);
  }
}
