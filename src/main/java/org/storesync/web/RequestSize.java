package org.storesync.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Bounds what a request may bring along before anybody reads it: files what the upload allows,
 * everything else two megabytes. Below {@code /api} the reading is bounded, also of a body without
 * a length; only what announces absurdly much is refused here.
 */
public class RequestSize extends HttpFilter {

  static final long LARGEST = 2L * 1024 * 1024;
  static final long LARGEST_UPLOAD = 22_020_096;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean ofProgram = Refusal.isOfProgram(request);
    if (request.getContentLengthLong() > largest(request)) {
      Refusal.write(
          request,
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "This request is larger than %d bytes and was not read.".formatted(largest(request)));
    } else if (request.getHeader("Transfer-Encoding") != null && !ofProgram) {
      Refusal.write(
          request,
          response,
          HttpServletResponse.SC_LENGTH_REQUIRED,
          "This request does not tell its length and was not read.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static long largest(HttpServletRequest request) {
    String type = request.getContentType();
    boolean upload =
        type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    return upload || Refusal.isOfProgram(request) ? LARGEST_UPLOAD : LARGEST;
  }
}
