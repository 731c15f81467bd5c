package org.storesync.platform.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.storesync.platform.quota.CallCounts;
import org.storesync.platform.quota.QuotaRequest;
import org.storesync.platform.quota.QuotaUsedUp;
import org.storesync.platform.quota.Throttle;
import org.storesync.platform.quota.Waiting;

/**
 * The only door to the network. It refuses to work inside a transaction, so that no remote system
 * can hold our locks; it bounds time and size of every answer, follows no redirect, keeps no
 * cookies, keeps the quotas, and tries again what may pass by itself. A wait of more than five
 * seconds is the caller's: it gets the last answer, or {@link QuotaUsedUp}.
 */
@ApplicationScoped
public class HttpGateway {

  /** A page of 100 orders is below one megabyte. */
  static final long LARGEST_ANSWER = 32L * 1024 * 1024;

  /** No further try begins when so much time has passed since the first. */
  private static final Duration LONGEST_RETRYING = Duration.ofMinutes(1);

  private static final int TOO_MANY_REQUESTS = 429;

  static {
    // The JDK's client sends a GET again by itself when the connection dies before an answer: that
    // would cost quota behind the throttle's back. One attempt, unless the operator says otherwise.
    if (System.getProperty("jdk.httpclient.redirects.retrylimit") == null) {
      System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    }
  }

  @Inject AddressPolicy addresses;
  @Inject Throttle throttle;
  @Inject CallCounts counts;
  @Inject Waiting waiting;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "storesync.http.connect.timeout", defaultValue = "PT10S")
  Duration connectTimeout;

  @Inject
  @ConfigProperty(name = "storesync.http.answer.timeout", defaultValue = "PT60S")
  Duration answerTimeout;

  private final RetryRule retryRule = new RetryRule(RandomGenerator.getDefault());
  private HttpClient client;

  @PostConstruct
  void open() {
    client =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Sends the call and brings the answer, whatever its status.
   *
   * @throws HttpFailure if there is no answer
   * @throws QuotaUsedUp if the call can't be made for a while; nothing was sent
   */
  @Transactional(TxType.NEVER)
  public HttpAnswer send(HttpCall call) {
    URI target = addresses.resolve(call.address());
    Instant lastStart = clock.instant().plus(LONGEST_RETRYING);
    call.quota().ifPresent(this::take);
    Trial trial;
    int tries = 0;
    do {
      trial = tryOnce(call, target);
      tries++;
    } while (isTriedAgain(call, trial, tries, lastStart));
    return ended(call, trial);
  }

  /** What one try brought: an answer, or why there is none. */
  private record Trial(Optional<HttpAnswer> answer, Optional<IOException> broken) {}

  private boolean isTriedAgain(HttpCall call, Trial trial, int tries, Instant lastStart) {
    if (!call.repeatable() || clock.instant().isAfter(lastStart)) {
      return false;
    }
    Optional<Duration> pause = retryRule.pauseAfter(trial.answer(), tries);
    if (pause.isEmpty()) {
      return false;
    }
    pause(pause.get());
    try {
      call.quota().ifPresent(this::take);
      return true;
    } catch (QuotaUsedUp usedUp) {
      // The last try says more than an empty bucket does: it is what the caller gets.
      return false;
    }
  }

  private HttpAnswer ended(HttpCall call, Trial trial) {
    if (trial.answer().filter(answer -> answer.status() == TOO_MANY_REQUESTS).isPresent()) {
      call.quota().ifPresent(throttle::drain);
    }
    return trial
        .answer()
        .orElseThrow(
            () ->
                new HttpFailure.Broken(
                    "No answer from %s: %s."
                        .formatted(hostOf(call), reason(trial.broken().orElseThrow())),
                    trial.broken().orElseThrow()));
  }

  private Trial tryOnce(HttpCall call, URI target) {
    call.quota().ifPresent(request -> counts.sent(request.quota()));
    Trial trial = exchange(call, target);
    call.quota()
        .ifPresent(
            request ->
                trial
                    .answer()
                    .ifPresent(answer -> counts.answered(request.quota(), answer.status())));
    return trial;
  }

  private Trial exchange(HttpCall call, URI target) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request(call, target), headers -> new BoundedBody(LARGEST_ANSWER));
    try {
      HttpResponse<byte[]> response = coming.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Trial(
          Optional.of(
              new HttpAnswer(response.statusCode(), response.headers().map(), response.body())),
          Optional.empty());
    } catch (TimeoutException e) {
      coming.cancel(true);
      return new Trial(
          Optional.empty(),
          Optional.of(new HttpTimeoutException("no complete answer within " + answerTimeout)));
    } catch (ExecutionException e) {
      return broken(call, e.getCause());
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new HttpFailure.Broken("Interrupted while waiting for " + hostOf(call) + ".", e);
    }
  }

  private static Trial broken(HttpCall call, Throwable cause) {
    if (cause instanceof BoundedBody.OverBound tooLarge) {
      throw new HttpFailure.AnswerTooLarge(
          "The answer of %s is larger than %d bytes and was not taken."
              .formatted(hostOf(call), LARGEST_ANSWER),
          tooLarge);
    }
    if (cause instanceof IOException io) {
      return new Trial(Optional.empty(), Optional.of(io));
    }
    throw new IllegalStateException("The call of " + hostOf(call) + " failed.", cause);
  }

  private HttpRequest request(HttpCall call, URI target) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(answerTimeout)
            .method(
                call.method(),
                call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    if (target.getScheme().equalsIgnoreCase("http")) {
      // Without TLS there is nothing that agrees on HTTP/2 beforehand.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    call.headers().forEach(request::setHeader);
    return request.build();
  }

  private void take(QuotaRequest request) {
    try {
      throttle.take(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFailure.Broken("Interrupted while waiting for quota.", e);
    }
  }

  private void pause(Duration pause) {
    try {
      waiting.park(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFailure.Broken("Interrupted between two tries.", e);
    }
  }

  private static String reason(IOException broken) {
    if (broken instanceof ConnectException || broken.getCause() instanceof ConnectException) {
      return "the connection was refused or the name is unknown";
    }
    if (broken instanceof HttpTimeoutException) {
      return "it took too long";
    }
    return "the connection broke";
  }

  private static String hostOf(HttpCall call) {
    String host = call.address().startsWith("/") ? null : URI.create(call.address()).getHost();
    return host == null ? "this server" : host;
  }
}
