package org.storesync.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Refuses a role that is too low before the body is looked at: whoever may not do it at all is not
 * told what is wrong with his way of asking. The desks behind the resources ask again.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RolesFirst implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (allowed != null
        && Arrays.stream(allowed.value()).noneMatch(request.getSecurityContext()::isUserInRole)) {
      throw new ForbiddenException();
    }
  }
}
