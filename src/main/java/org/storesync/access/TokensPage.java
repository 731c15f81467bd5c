package org.storesync.access;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.storesync.web.PageMessages;
import org.storesync.web.Texts;

/**
 * The tokens of programs on the page Users: for administrators, which {@link ApiTokens} demands.
 */
@Named
@ViewScoped
public class TokensPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int[] OFFERED_DAYS = {1, 7, 30, 90, 365, 730};
  private static final int STANDARD_DAYS = 90;

  @Inject private ApiTokens tokens;
  @Inject private PageMessages messages;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private List<ApiTokenSummary> rows;
  private String name;
  private Role role;
  private int days;

  /** Shown until the dialog is closed; left out where sessions are written down. */
  private transient String secret;

  @PostConstruct
  void load() {
    rows = tokens.all();
  }

  /** Opens the form for a new token. */
  public void startNew() {
    name = "";
    role = Role.VIEWER;
    days = STANDARD_DAYS;
    secret = null;
  }

  /** Makes the token and shows its secret this once. */
  public void create() {
    secret = null;
    try {
      secret = tokens.create(name, role, Duration.ofDays(days));
      load();
    } catch (UserRefusal refusal) {
      messages.failInDialog("access." + refusal.textKey());
    }
  }

  /** Forgets the secret: it was seen. */
  public void finish() {
    secret = null;
    messages.inform("access.tokens.created.done", name.strip());
  }

  public void revoke(ApiTokenSummary token) {
    tokens.revoke(token.id());
    messages.inform("access.tokens.revoked.done", token.name());
    load();
  }

  /** The state of a token in words. */
  public String stateLabel(ApiTokenSummary token) {
    return texts.of("access.tokens." + state(token).name().toLowerCase(Locale.ROOT));
  }

  /** The look of that state. */
  public String stateLook(ApiTokenSummary token) {
    return switch (state(token)) {
      case VALID -> "active";
      case EXPIRED -> "inactive";
      case REVOKED -> "stopped";
    };
  }

  public boolean isValid(ApiTokenSummary token) {
    return state(token) == ApiTokenSummary.State.VALID;
  }

  private ApiTokenSummary.State state(ApiTokenSummary token) {
    return token.state(clock.instant());
  }

  public List<ApiTokenSummary> getRows() {
    return rows;
  }

  public int[] getOfferedDays() {
    return OFFERED_DAYS.clone();
  }

  /** The secret of the token that was just made; null otherwise. */
  public String getSecret() {
    return secret;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name == null ? "" : name;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
