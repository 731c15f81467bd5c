package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.platform.http.HttpAnswer;
import org.storesync.platform.http.HttpCall;
import org.storesync.platform.http.HttpFailure;
import org.storesync.platform.http.HttpGateway;
import org.storesync.platform.quota.Quota;
import org.storesync.platform.quota.QuotaUsedUp;
import org.storesync.platform.quota.Throttle;

/**
 * Speaks the Selling Partner API: signs calls, keeps the quotas, and turns what Amazon refuses into
 * {@link ConnectorFailure}s that name store, operation and Amazon's request id. Knows paths and
 * parameters, not what a document means.
 */
@ApplicationScoped
class AmazonClient {

  private static final String ORDERS = "/orders/2026-01-01/orders";
  private static final String PAGINATION_TOKEN = "paginationToken";
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject HttpGateway gateway;
  @Inject Throttle throttle;
  @Inject AmazonTokens tokens;
  @Inject AmazonUserAgent userAgent;

  /**
   * One page of orders.
   *
   * @param parameters of the query, unencoded
   */
  JsonObject searchOrders(AmazonAccess access, Map<String, String> parameters) {
    HttpAnswer answer =
        get(access, AmazonThrottles.SEARCH_ORDERS, ORDERS + "?" + HttpCall.query(parameters));
    if (answer.status() == 400
        && parameters.containsKey(PAGINATION_TOKEN)
        && AmazonErrors.ofApi(answer).toLowerCase(Locale.ROOT).contains("token")) {
      throw new ConnectorFailure.CursorExpired(
          refusal(access, AmazonThrottles.SEARCH_ORDERS, answer)
              + " The pages must be read again from the first.");
    }
    return object(access, AmazonThrottles.SEARCH_ORDERS, answer);
  }

  /** One order; absent if Amazon does not know it. */
  Optional<JsonObject> getOrder(AmazonAccess access, String orderId, Map<String, String> data) {
    HttpAnswer answer =
        get(
            access,
            AmazonThrottles.GET_ORDER,
            ORDERS + "/" + HttpCall.encoded(orderId) + "?" + HttpCall.query(data));
    if (answer.status() == 404) {
      if (AmazonErrors.ofApi(answer).isEmpty()) {
        // Any web server says 404; taken for Amazon’s it would delete orders.
        throw new ConnectorFailure.Misconfigured(
            refusal(access, AmazonThrottles.GET_ORDER, answer)
                + " The answer is not Amazon’s: check the address of the API.");
      }
      return Optional.empty();
    }
    return Optional.of(object(access, AmazonThrottles.GET_ORDER, answer));
  }

  private HttpAnswer get(AmazonAccess access, AmazonThrottles operation, String pathAndQuery) {
    String token = tokens.accessToken(access);
    HttpAnswer answer = send(access, operation, pathAndQuery, token);
    if (answer.status() == 403 || answer.status() == 401) {
      // An old token and a missing permission look alike: one new token tells them apart.
      tokens.drop(access, token);
      answer = send(access, operation, pathAndQuery, tokens.accessToken(access));
    }
    return answer;
  }

  private HttpAnswer send(
      AmazonAccess access, AmazonThrottles operation, String pathAndQuery, String token) {
    Quota quota = operation.quota(access);
    Map<String, String> headers =
        Map.of(
            "x-amz-access-token",
            token,
            "User-Agent",
            userAgent.text(),
            "Accept",
            "application/json");
    HttpAnswer answer;
    try {
      answer =
          gateway.send(
              HttpCall.get(
                  access.apiEndpoint() + pathAndQuery, headers, operation.request(access)));
    } catch (QuotaUsedUp usedUp) {
      throw new ConnectorFailure.QuotaUsedUp(
          "Store %s: %s".formatted(access.storeName(), usedUp.getMessage()), usedUp.delay());
    } catch (HttpFailure.AddressRefused refused) {
      throw new ConnectorFailure.Misconfigured(
          "Store %s: the address of Amazon’s API can't be used. %s"
              .formatted(access.storeName(), refused.getMessage()));
    } catch (HttpFailure.AnswerTooLarge tooLarge) {
      throw new ConnectorFailure.Rejected(
          "Store %s: %s. %s"
              .formatted(access.storeName(), operation.operation(), tooLarge.getMessage()),
          tooLarge);
    } catch (HttpFailure.Broken broken) {
      throw new ConnectorFailure.RetryLater(
          "Store %s: Amazon’s %s could not be reached. %s"
              .formatted(access.storeName(), operation.operation(), broken.getMessage()),
          PAUSE,
          false,
          broken);
    }
    answer.header("x-amzn-RateLimit-Limit").ifPresent(rate -> correct(quota, rate));
    return answer;
  }

  /** The header is best effort; a rate that is no number says nothing. */
  private void correct(Quota quota, String rate) {
    if (rate.trim().matches("\\d{1,9}(\\.\\d{1,12})?")) {
      throttle.correct(quota, Double.parseDouble(rate.trim()));
    }
  }

  private JsonObject object(AmazonAccess access, AmazonThrottles operation, HttpAnswer answer) {
    int status = answer.status();
    if (answer.succeeded()) {
      return AmazonJson.body(answer)
          .orElseThrow(
              () ->
                  later(
                      access,
                      operation,
                      "was answered incompletely or not in JSON; nothing of it was taken."
                          + requestId(answer),
                      PAUSE));
    }
    if (status == 429) {
      throw new ConnectorFailure.QuotaUsedUp(
          refusal(access, operation, answer) + " The quota is used up for now.",
          pause(operation.quota(access)));
    }
    if (status >= 500) {
      throw later(
          access, operation, "failed at Amazon (" + status + ")." + requestId(answer), PAUSE);
    }
    String refusal = refusal(access, operation, answer);
    if (status == 403 || status == 401) {
      throw new ConnectorFailure.SignInLost(
          refusal
              + " A new access token did not help: give the application the roles for orders in Seller Central, then authorize the store again.");
    }
    if (status >= 300 && status < 400) {
      throw new ConnectorFailure.Misconfigured(
          refusal + " Redirects are never followed: check the address of the API.");
    }
    throw new ConnectorFailure.Rejected(refusal);
  }

  /** As long as the quota says; a little at least, because Amazon knows better than we do. */
  private Duration pause(Quota quota) {
    Duration untilNext = throttle.untilNext(quota);
    return untilNext.compareTo(Duration.ofSeconds(1)) > 0 ? untilNext : Duration.ofSeconds(1);
  }

  private static String refusal(AmazonAccess access, AmazonThrottles operation, HttpAnswer answer) {
    String said = access.withoutSecrets(AmazonErrors.ofApi(answer));
    return "Store %s: Amazon refused %s (%d%s).%s"
        .formatted(
            access.storeName(),
            operation.operation(),
            answer.status(),
            said.isEmpty() ? "" : " " + said,
            requestId(answer));
  }

  private static ConnectorFailure.RetryLater later(
      AmazonAccess access, AmazonThrottles operation, String what, Duration delay) {
    return new ConnectorFailure.RetryLater(
        "Store %s: %s %s".formatted(access.storeName(), operation.operation(), what),
        delay,
        false,
        null);
  }

  private static String requestId(HttpAnswer answer) {
    return answer.header("x-amzn-RequestId").map(id -> " Request id " + id + ".").orElse("");
  }
}
