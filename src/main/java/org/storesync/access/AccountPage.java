package org.storesync.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.storesync.web.PageMessages;
import org.storesync.web.Texts;

/** The page My account: everybody changes the own password here. */
@Named
@RequestScoped
public class AccountPage {

  @Inject private Users users;
  @Inject private SignIns signIns;
  @Inject private PageMessages messages;
  @Inject private Texts texts;
  @Inject private FacesContext faces;

  private String current;
  private String password;

  public void changePassword() {
    try {
      SignedInUser.renew(request(), signIns.changeOwnPassword(current, password));
      messages.inform("access.account.done");
    } catch (UserRefusal refusal) {
      messages.fail("access." + refusal.textKey(), signIns.waitBeforeOwnPassword().toSeconds() + 1);
    }
  }

  /** The caller's role in words. */
  public String getRoleLabel() {
    Optional<UserAccess> user = SignedInUser.of(request()).flatMap(u -> users.access(u.id()));
    return user.map(u -> texts.of("access.role." + u.role())).orElse("");
  }

  /** What the caller's role allows. */
  public String getRoleHelp() {
    Optional<UserAccess> user = SignedInUser.of(request()).flatMap(u -> users.access(u.id()));
    return user.map(u -> texts.of("access.role." + u.role() + ".help")).orElse("");
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) faces.getExternalContext().getRequest();
  }

  public String getCurrent() {
    return current;
  }

  public void setCurrent(String current) {
    this.current = current;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
