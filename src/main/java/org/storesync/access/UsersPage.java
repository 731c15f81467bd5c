package org.storesync.access;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.storesync.web.PageMessages;
import org.storesync.web.Texts;

/** The page Users: for administrators, which {@link Users} demands. */
@Named
@ViewScoped
public class UsersPage implements Serializable {

  @Inject private Users users;
  @Inject private PageMessages messages;
  @Inject private Texts texts;

  private List<UserSummary> rows;
  private UserSummary chosen;
  private String name;
  private String password;
  private Role role;

  @PostConstruct
  void load() {
    rows = users.all();
  }

  /** Opens the form for a new user. */
  public void startNew() {
    chosen = null;
    name = "";
    password = "";
    role = Role.VIEWER;
  }

  /** Opens the form for the role or the password of this user. */
  public void choose(UserSummary user) {
    chosen = user;
    password = "";
    role = user.role();
  }

  public void create() {
    inDialog(
        () -> {
          UserSummary created = users.create(name, password, role);
          messages.inform("access.users.created.done", created.name());
        });
  }

  public void changeRole() {
    inDialog(
        () -> {
          users.changeRole(chosen.id(), role);
          messages.inform("access.users.role.done", chosen.name(), labelOf(role));
        });
  }

  public void savePassword() {
    inDialog(
        () -> {
          UserAccess changed = users.setPassword(chosen.id(), password);
          FacesContext faces = FacesContext.getCurrentInstance();
          if (changed.name().equals(faces.getExternalContext().getRemoteUser())) {
            SignedInUser.renew(
                (HttpServletRequest) faces.getExternalContext().getRequest(), changed);
          }
          messages.inform("access.users.password.done", chosen.name());
        });
  }

  public void activate(UserSummary user) {
    users.activate(user.id());
    messages.inform("access.users.activated.done", user.name());
    load();
  }

  public void deactivate(UserSummary user) {
    try {
      users.deactivate(user.id());
      messages.inform("access.users.deactivated.done", user.name());
    } catch (UserRefusal refusal) {
      messages.fail("access." + refusal.textKey());
    }
    load();
  }

  public String labelOf(Role any) {
    return texts.of("access.role." + any);
  }

  private void inDialog(Runnable change) {
    try {
      change.run();
      load();
    } catch (UserRefusal refusal) {
      messages.failInDialog("access." + refusal.textKey());
    } finally {
      password = "";
    }
  }

  public List<UserSummary> getRows() {
    return rows;
  }

  public UserSummary getChosen() {
    return chosen;
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }
}
