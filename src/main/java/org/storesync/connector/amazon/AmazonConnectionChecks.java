package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.StoreAccess;
import org.storesync.platform.http.HttpAnswer;
import org.storesync.platform.text.RoomTexts;

/**
 * Tries the connection in the order in which steps depend on each other; after the first failure
 * the others are not run. Whether the API takes the access token is asked with getOrder for an
 * order that can't exist: its quota is the largest (a call in two seconds, 30 at once), while one
 * searchOrders would cost three minutes of the orders' own quota.
 */
@ApplicationScoped
class AmazonConnectionChecks {

  private static final RoomTexts TEXTS = RoomTexts.of(AmazonConnectionChecks.class);
  private static final String IMPOSSIBLE_ORDER = "000-0000000-0000000";

  /** What Login with Amazon says and we know a remedy for. */
  private static final Set<String> KNOWN_ERRORS =
      Set.of("invalid_client", "unauthorized_client", "invalid_grant");

  @Inject AmazonTokens tokens;
  @Inject AmazonClient client;

  /**
   * @param problems what is wrong with the settings, by setting
   */
  List<ConnectionCheck> run(Locale language, StoreAccess store, Map<String, String> problems) {
    Report report = new Report(language);
    if (!problems.isEmpty()) {
      report.failed("settings", String.join(" ", problems.values()), "settings");
      return report.complete();
    }
    report.passed("settings", "settings");
    AmazonAccess access = AmazonAccess.of(store);
    if (signIn(report, access) && api(report, access)) {
      marketplaces(report, access);
    }
    return report.complete();
  }

  private boolean signIn(Report report, AmazonAccess access) {
    HttpAnswer answer;
    try {
      answer = tokens.ask(access);
    } catch (ConnectorFailure failure) {
      return report.failed("reach", failure.getMessage(), "reach", access.tokenEndpoint());
    }
    String error = AmazonErrors.signInError(answer);
    if (!answer.succeeded() && error.isEmpty()) {
      return report.failed(
          "reach",
          report.text("detail.reach.status", answer.status()),
          answer.status() >= 500 || answer.status() == 429 ? "later" : "reach",
          access.tokenEndpoint());
    }
    report.passed("reach", "reach");
    if (!answer.succeeded()) {
      return report.failed(
          "signIn",
          access.withoutSecrets(AmazonErrors.ofSignIn(answer)),
          KNOWN_ERRORS.contains(error) ? "signIn." + error : "signIn.other");
    }
    try {
      tokens.remember(access, answer);
    } catch (ConnectorFailure failure) {
      return report.failed("signIn", failure.getMessage(), "reach", access.tokenEndpoint());
    }
    return report.passed("signIn", "signIn");
  }

  private boolean api(Report report, AmazonAccess access) {
    try {
      client.getOrder(access, IMPOSSIBLE_ORDER, Map.of("includedData", "FULFILLMENT"));
    } catch (ConnectorFailure.Rejected accepted) {
      // It took the token and refused the order: that is what was to be found out.
      return report.passed("api", "api");
    } catch (ConnectorFailure.SignInLost refused) {
      return report.failed("api", refused.getMessage(), "api.refused", access.region().name());
    } catch (ConnectorFailure.RetryLater busy) {
      return report.failed("api", busy.getMessage(), "reach", access.apiEndpoint());
    } catch (ConnectorFailure other) {
      return report.failed("api", other.getMessage(), "api.address", access.apiEndpoint());
    }
    return report.passed("api", "api");
  }

  private void marketplaces(Report report, AmazonAccess access) {
    String countries =
        String.join(
            ", ",
            access.marketplaceIds().stream()
                .flatMap(id -> AmazonMarketplace.find(id).stream())
                .map(marketplace -> marketplace.country(report.language))
                .toList());
    report.passed(
        "marketplaces", countries.isEmpty() ? "marketplaces.all" : "marketplaces", countries);
  }

  /** The checks so far, in their fixed order. */
  private static final class Report {
    private static final List<String> ORDER =
        List.of("settings", "reach", "signIn", "api", "marketplaces");
    private final Locale language;
    private final List<ConnectionCheck> checks = new ArrayList<>();

    private Report(Locale language) {
      this.language = language;
    }

    private String text(String key, Object... arguments) {
      return TEXTS.text(language, key, arguments);
    }

    private boolean passed(String check, String detail, Object... arguments) {
      checks.add(
          ConnectionCheck.passed(text("check." + check), text("detail." + detail, arguments)));
      return true;
    }

    private boolean failed(String check, String detail, String remedy, Object... arguments) {
      checks.add(
          ConnectionCheck.failed(
              text("check." + check), detail, text("remedy." + remedy, arguments)));
      return false;
    }

    /** With those that could tell nothing any more. */
    private List<ConnectionCheck> complete() {
      ORDER.stream()
          .skip(checks.size())
          .map(check -> ConnectionCheck.notRun(text("check." + check)))
          .forEach(checks::add);
      return List.copyOf(checks);
    }
  }
}
