package org.storesync.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the browser what it must not do with our answers. The content security policy of pages is
 * written by PrimeFaces, which knows the nonce of each page; all other answers get a policy that
 * allows nothing. Pages show business data, so no cache keeps them.
 */
@WebFilter(filterName = "safety-headers", urlPatterns = "/*")
public class SafetyHeaders extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    String path = request.getServletPath();
    boolean resource = path.startsWith("/jakarta.faces.resource/");
    if (!resource && (path.endsWith(".xhtml") || path.equals("/"))) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
