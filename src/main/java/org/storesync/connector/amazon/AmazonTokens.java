package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.storesync.connector.ConnectorFailure;
import org.storesync.platform.http.HttpAnswer;
import org.storesync.platform.http.HttpCall;
import org.storesync.platform.http.HttpFailure;
import org.storesync.platform.http.HttpGateway;

/**
 * Access tokens of Login with Amazon: fetched once for each sign-in and used until a minute before
 * they expire. While one thread fetches, the others that need the same token wait for it. Kept in
 * memory only.
 */
@ApplicationScoped
class AmazonTokens {

  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject HttpGateway gateway;
  @Inject AmazonUserAgent userAgent;
  @Inject Clock clock;

  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  private static final class Slot {
    private final ReentrantLock fetching = new ReentrantLock();
    private Optional<AccessToken> token = Optional.empty();
  }

  private record AccessToken(String value, Instant usableUntil) {}

  /**
   * A token that is still good.
   *
   * @throws ConnectorFailure if Amazon gives none
   */
  String accessToken(AmazonAccess access) {
    return locked(
        access,
        slot -> {
          if (slot.token.filter(this::isUsable).isEmpty()) {
            slot.token = Optional.of(fetch(access));
          }
          return slot.token.orElseThrow().value();
        });
  }

  /** What {@link #ask} brought is used from now on. */
  void remember(AmazonAccess access, HttpAnswer answer) {
    AccessToken token = accepted(access, clock.instant(), answer);
    locked(
        access,
        slot -> {
          slot.token = Optional.of(token);
          return token.value();
        });
  }

  /** Amazon no longer takes this token; another that came meanwhile stays. */
  void drop(AmazonAccess access, String refused) {
    locked(
        access,
        slot -> {
          slot.token = slot.token.filter(token -> !token.value().equals(refused));
          return refused;
        });
  }

  private interface Deed {
    String with(Slot slot);
  }

  private String locked(AmazonAccess access, Deed deed) {
    Slot slot = slots.computeIfAbsent(access.signIn(), signIn -> new Slot());
    slot.fetching.lock();
    try {
      return deed.with(slot);
    } finally {
      slot.fetching.unlock();
    }
  }

  private boolean isUsable(AccessToken token) {
    return clock.instant().isBefore(token.usableUntil());
  }

  private AccessToken fetch(AmazonAccess access) {
    Instant asked = clock.instant();
    return accepted(access, asked, ask(access));
  }

  private static AccessToken accepted(AmazonAccess access, Instant asked, HttpAnswer answer) {
    if (!answer.succeeded()) {
      throw refused(access, answer);
    }
    JsonObject body =
        AmazonJson.body(answer)
            .filter(object -> !AmazonJson.text(object, "access_token").isEmpty())
            .orElseThrow(
                () ->
                    later(
                        access,
                        "answered without an access token; is %s its address?"
                            .formatted(access.tokenEndpoint()),
                        null));
    Duration lifetime =
        body.get("expires_in") instanceof JsonNumber seconds
            ? Duration.ofSeconds(seconds.longValue())
            : DEFAULT_LIFETIME;
    return new AccessToken(
        AmazonJson.text(body, "access_token"), asked.plus(lifetime).minus(MARGIN));
  }

  /**
   * Asks for a new access token, whatever is remembered.
   *
   * @throws ConnectorFailure if there is no answer; a refusal is an answer
   */
  HttpAnswer ask(AmazonAccess access) {
    try {
      return gateway.send(
          HttpCall.repeatableForm(
              access.tokenEndpoint(),
              Map.of("User-Agent", userAgent.text(), "Accept", "application/json"),
              Map.of(
                  "grant_type", "refresh_token",
                  "refresh_token", access.refreshToken(),
                  "client_id", access.clientId(),
                  "client_secret", access.clientSecret())));
    } catch (HttpFailure.AddressRefused refused) {
      throw new ConnectorFailure.Misconfigured(
          "Store %s: the address of Login with Amazon can't be used. %s"
              .formatted(access.storeName(), refused.getMessage()));
    } catch (HttpFailure failure) {
      throw later(access, "could not be reached. " + failure.getMessage(), failure);
    }
  }

  private static ConnectorFailure refused(AmazonAccess access, HttpAnswer answer) {
    String said = access.withoutSecrets(AmazonErrors.ofSignIn(answer));
    String status = "answered %d %s".formatted(answer.status(), said).trim();
    if (answer.status() >= 500 || answer.status() == TOO_MANY_REQUESTS) {
      return later(access, status + ".", null);
    }
    return switch (AmazonErrors.signInError(answer)) {
      case "invalid_grant" ->
          new ConnectorFailure.SignInLost(
              "Store %s: Amazon no longer accepts the refresh token (%s). Authorize the store again in Seller Central and enter the new refresh token."
                  .formatted(access.storeName(), said));
      case "invalid_client", "unauthorized_client" ->
          new ConnectorFailure.Misconfigured(
              "Store %s: Amazon does not accept the client id and client secret (%s). Compare both with the application’s Login with Amazon credentials in Seller Central."
                  .formatted(access.storeName(), said));
      case "server_error", "temporarily_unavailable" -> later(access, status + ".", null);
      default ->
          new ConnectorFailure.Misconfigured(
              "Store %s: Login with Amazon %s. Check its address and the store’s settings."
                  .formatted(access.storeName(), status));
    };
  }

  private static ConnectorFailure.RetryLater later(
      AmazonAccess access, String what, Throwable cause) {
    return new ConnectorFailure.RetryLater(
        "Store %s: Login with Amazon %s".formatted(access.storeName(), what), PAUSE, false, cause);
  }
}
