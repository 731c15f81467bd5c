package org.storesync.simulator.api;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.storesync.simulator.account.Operation;
import org.storesync.simulator.account.ReceivedRequest;
import org.storesync.simulator.account.SellerAccount;
import org.storesync.simulator.account.SellerAccounts;
import org.storesync.simulator.message.JsonText;
import org.storesync.simulator.message.SimulatorAnswer;
import org.storesync.simulator.message.SimulatorRequest;

/**
 * Login with Amazon: an access token for a refresh token. There is one application, {@link
 * #CLIENT_ID} with {@link #CLIENT_SECRET}; the refresh token {@code Atzr|demo-NAME} opens the
 * seller account NAME, so {@code Atzr|demo-seller} opens the account "seller", that of the demo
 * store.
 */
public class LoginEndpoint {

  public static final String CLIENT_ID = "amzn1.application-oa2-client.demo";
  public static final String CLIENT_SECRET = "amzn1.oa2-cs.v1.demo-secret";
  public static final String REFRESH_PREFIX = "Atzr|demo-";

  private static final String SELLER_NAME = "[A-Za-z0-9._-]{1,100}";

  private final SellerAccounts accounts;
  private final RequestIds ids;
  private final Clock clock;
  private final AtomicLong serial = new AtomicLong();

  public LoginEndpoint(SellerAccounts accounts, RequestIds ids, Clock clock) {
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
  }

  public SimulatorAnswer answer(SimulatorRequest request) {
    String requestId = ids.next();
    LoginForm form = LoginForm.of(request);
    Optional<SellerAccount> account = form.value("refresh_token").flatMap(this::account);
    SimulatorAnswer answer =
        refusal(form, account, requestId)
            .orElseGet(() -> FaultyAnswer.of(account.orElseThrow(), Operation.TOKEN, this::token));
    account.ifPresent(known -> known.log().add(line(request, form, answer, requestId)));
    return answer.with(OrdersEndpoint.REQUEST_ID, requestId);
  }

  private Optional<SellerAccount> account(String refreshToken) {
    return Optional.of(refreshToken)
        .filter(token -> token.startsWith(REFRESH_PREFIX))
        .map(token -> token.substring(REFRESH_PREFIX.length()))
        .filter(seller -> seller.matches(SELLER_NAME))
        .map(accounts::of);
  }

  private static Optional<SimulatorAnswer> refusal(
      LoginForm form, Optional<SellerAccount> account, String requestId) {
    return LoginError.in(form, account.isPresent()).map(error -> error.answer(requestId));
  }

  private SimulatorAnswer token(SellerAccount account) {
    Instant expires = clock.instant().plus(AccessToken.LIFE);
    AccessToken token = new AccessToken(account.seller(), expires, serial.incrementAndGet());
    JsonObject body =
        JsonText.object()
            .add("access_token", token.text())
            .add("refresh_token", REFRESH_PREFIX + account.seller())
            .add("token_type", "bearer")
            .add("expires_in", AccessToken.LIFE.toSeconds())
            .build();
    return SimulatorAnswer.of(200, body).with("Cache-Control", "no-store");
  }

  private ReceivedRequest line(
      SimulatorRequest request, LoginForm form, SimulatorAnswer answer, String requestId) {
    return new ReceivedRequest(
        clock.instant(),
        Operation.TOKEN.key(),
        Map.of("grant_type", form.value("grant_type").orElse("")),
        answer.status(),
        0,
        requestId,
        request.header("user-agent").orElse(""));
  }
}
