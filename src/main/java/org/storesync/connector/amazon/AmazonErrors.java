package org.storesync.connector.amazon;

import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storesync.platform.http.HttpAnswer;

/**
 * Reads what Amazon says about a failure, for people. Decisions are made by the status, never by
 * these words: the codes differ from API to API.
 */
final class AmazonErrors {

  private static final int LONGEST = 300;

  private AmazonErrors() {}

  /** Code, message and details of the first error of the API; empty if there is none. */
  static String ofApi(HttpAnswer answer) {
    return AmazonJson.body(answer)
        .flatMap(body -> AmazonJson.objects(body, "errors").stream().findFirst())
        .map(error -> said(error, "code", "message", "details"))
        .orElse("");
  }

  /** Error and description of Login with Amazon; empty if there is none. */
  static String ofSignIn(HttpAnswer answer) {
    return AmazonJson.body(answer).map(body -> said(body, "error", "error_description")).orElse("");
  }

  /** The error word of Login with Amazon, for example {@code invalid_grant}; empty if none. */
  static String signInError(HttpAnswer answer) {
    return AmazonJson.body(answer).map(body -> AmazonJson.text(body, "error")).orElse("");
  }

  private static String said(JsonObject error, String... names) {
    String words =
        Stream.of(names)
            .map(name -> AmazonJson.text(error, name))
            .filter(word -> !word.isBlank())
            .distinct()
            .collect(Collectors.joining(": "));
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }
}
