package org.storesync.access;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.EnumSet;
import java.util.Set;

/** Which roles its caller has. */
@Stateless
public class CallerRoles {

  @Resource private SessionContext session;

  public Set<Role> roles() {
    Set<Role> roles = EnumSet.allOf(Role.class);
    roles.removeIf(role -> !session.isCallerInRole(role.roleName()));
    return roles;
  }
}
