package org.storesync.platform.http;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.storesync.platform.quota.Waiting;

/**
 * Whether a call is tried again, and after which pause: 429, 5xx and broken connections only, a few
 * times, each pause twice the one before, with a random part so that servers which broke together
 * do not come back together. MicroProfile's retry knows neither growing pauses nor a pause that the
 * answer asks for, hence this rule.
 */
final class RetryRule {

  static final int MOST_TRIES = 4;
  private static final long FIRST_PAUSE_MILLIS = 400;
  private static final int TOO_MANY_REQUESTS = 429;

  private final RandomGenerator random;

  RetryRule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The pause before the next try; absent if there is none.
   *
   * @param answer what the last try brought; absent if the connection broke
   * @param tries tries so far, at least 1
   */
  Optional<Duration> pauseAfter(Optional<HttpAnswer> answer, int tries) {
    if (tries >= MOST_TRIES || !answer.map(RetryRule::mayPass).orElse(true)) {
      return Optional.empty();
    }
    long grown = FIRST_PAUSE_MILLIS << (tries - 1);
    Duration own = Duration.ofMillis(grown / 2 + random.nextLong(grown));
    Duration asked = answer.flatMap(RetryRule::askedPause).orElse(Duration.ZERO);
    Duration pause = asked.compareTo(own) > 0 ? asked : own;
    return pause.compareTo(Waiting.LONGEST) > 0 ? Optional.empty() : Optional.of(pause);
  }

  private static boolean mayPass(HttpAnswer answer) {
    return answer.status() == TOO_MANY_REQUESTS || answer.status() >= 500;
  }

  private static Optional<Duration> askedPause(HttpAnswer answer) {
    return answer
        .header("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
