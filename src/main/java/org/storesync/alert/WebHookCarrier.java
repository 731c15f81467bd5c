package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.storesync.platform.http.HttpAnswer;
import org.storesync.platform.http.HttpCall;
import org.storesync.platform.http.HttpFailure;
import org.storesync.platform.http.HttpGateway;
import org.storesync.platform.text.RoomTexts;

/**
 * Posts letters to the web hook. Each is signed (HMAC-SHA256 over time stamp, a dot, and body), so
 * that the receiver knows that it comes from here and is not an old one sent again.
 */
@ApplicationScoped
public class WebHookCarrier implements LetterCarrier {

  private static final RoomTexts TEXTS = RoomTexts.of(WebHookCarrier.class);
  private static final String ALGORITHM = "HmacSHA256";

  @Inject private AlertSettings settings;
  @Inject private HttpGateway gateway;
  @Inject private Clock clock;

  @Override
  public String channel() {
    return WebHookWriter.CHANNEL;
  }

  @Override
  public void carry(long number, Letter letter) throws LetterRefused {
    WebHook hook =
        settings
            .webHook()
            .orElseThrow(() -> new LetterRefused(TEXTS.recorded("webHook.notSetUp"), null));
    HttpAnswer answer;
    try {
      answer = gateway.send(call(hook, number, letter.body()));
    } catch (HttpFailure noAnswer) {
      throw new LetterRefused(TEXTS.recorded("webHook.noAnswer"), noAnswer);
    }
    if (!answer.succeeded()) {
      throw new LetterRefused(
          TEXTS.recorded("webHook.refused", Integer.toString(answer.status())), null);
    }
  }

  private HttpCall call(WebHook hook, long number, String body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return new HttpCall(
        "POST",
        hook.url(),
        Map.of(
            "Content-Type",
            "application/json; charset=utf-8",
            "X-StoreSync-Letter",
            Long.toString(number),
            "X-StoreSync-Timestamp",
            timestamp,
            "X-StoreSync-Signature",
            "sha256=" + signature(hook, timestamp + "." + body)),
        Optional.of(body),
        false,
        Optional.empty());
  }

  private static String signature(WebHook hook, String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(hook.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256", e);
    }
  }
}
