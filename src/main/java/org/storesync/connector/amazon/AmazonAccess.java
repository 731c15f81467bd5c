package org.storesync.connector.amazon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.StoreAccess;

/**
 * A store's settings for Amazon, read and completed with Amazon's own addresses. Holds open
 * secrets, so it never prints them.
 *
 * @param apiEndpoint where the API is, without a slash at the end
 * @param tokenEndpoint where Login with Amazon gives access tokens
 * @param marketplaceIds the country sites asked for; empty: all of the seller account
 * @param personalData whether buyer and recipient are fetched
 * @param standard whether the API is Amazon's real one, so that Seller Central knows its orders
 * @param unattended whether no person waits for the answers
 */
record AmazonAccess(
    String storeName,
    AmazonRegion region,
    String apiEndpoint,
    String tokenEndpoint,
    String clientId,
    String clientSecret,
    String refreshToken,
    List<String> marketplaceIds,
    boolean personalData,
    boolean standard,
    boolean unattended) {

  static final String REGION = "region";
  static final String MARKETPLACE_IDS = "marketplaceIds";
  static final String APPLICATION_ID = "applicationId";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String REFRESH_TOKEN = "refreshToken";
  static final String PERSONAL_DATA = "personalData";
  static final String YES = "yes";
  static final String NO = "no";
  static final String API_ENDPOINT = "apiEndpoint";
  static final String TOKEN_ENDPOINT = "tokenEndpoint";

  static final String AMAZON_TOKEN_ENDPOINT = "https://api.amazon.com/auth/o2/token";

  /**
   * @throws ConnectorFailure.Misconfigured naming the setting that is missing or wrong
   */
  static AmazonAccess of(StoreAccess store) {
    AmazonRegion region = region(store);
    Optional<String> ownEndpoint = store.find(API_ENDPOINT);
    return new AmazonAccess(
        store.storeName(),
        region,
        ownEndpoint.orElse(region.endpoint()).trim().replaceFirst("/+$", ""),
        store.find(TOKEN_ENDPOINT).orElse(AMAZON_TOKEN_ENDPOINT).trim(),
        store.require(CLIENT_ID).trim(),
        store.require(CLIENT_SECRET).trim(),
        store.require(REFRESH_TOKEN).trim(),
        marketplaceIds(store.find(MARKETPLACE_IDS).orElse("")),
        !store.find(PERSONAL_DATA).orElse(YES).equals(NO),
        ownEndpoint.isEmpty(),
        store.unattended());
  }

  private static AmazonRegion region(StoreAccess store) {
    String name = store.require(REGION);
    return findRegion(name)
        .orElseThrow(
            () ->
                new ConnectorFailure.Misconfigured(
                    "Store %s: there is no Amazon region %s; choose NA, EU or FE."
                        .formatted(store.storeName(), name)));
  }

  static Optional<AmazonRegion> findRegion(String name) {
    String wanted = name.trim().toUpperCase(Locale.ROOT);
    return Arrays.stream(AmazonRegion.values())
        .filter(region -> region.name().equals(wanted))
        .findFirst();
  }

  static List<String> marketplaceIds(String joined) {
    return Arrays.stream(joined.split(","))
        .map(String::trim)
        .filter(id -> !id.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Whose quota is used: the pair of application and selling partner. Stores that share both share
   * it; the seller is recognised by the refresh token, of which only a digest is kept.
   */
  String account() {
    return digest(apiEndpoint, clientId, refreshToken);
  }

  /** For whom an access token was given. */
  String signIn() {
    return digest(tokenEndpoint, clientId, clientSecret, refreshToken);
  }

  /** The text without the secrets of this store, should a system have sent them back. */
  String withoutSecrets(String text) {
    return text.replace(clientSecret, "***").replace(refreshToken, "***");
  }

  private static String digest(String... parts) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "AmazonAccess[" + storeName + "]";
  }
}
