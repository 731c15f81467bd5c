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
 * everything else two megabytes. A body without a length is taken below {@code /api} only, where
 * its reading is bounded.
 */
public class RequestSize extends HttpFilter {

  static final long LARGEST = 2L * 1024 * 1024;
  static final long LARGEST_UPLOAD = 22_020_096;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() > largest(request)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getHeader("Transfer-Encoding") != null
        && !request.getServletPath().startsWith("/api")) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static long largest(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
        ? LARGEST_UPLOAD
        : LARGEST;
  }
}
