package org.storesync.connector.amazon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.storesync.connector.StoreAccess;
import org.storesync.platform.http.HttpGatewayFixture;
import org.storesync.platform.http.SmallServer;

/** The connector put together by hand, and stores for it. */
final class AmazonFixture {

  static final String CLIENT_SECRET = "amzn1.oa2-cs.v1.very-secret";
  static final String REFRESH_TOKEN = "Atzr|very-secret-too";
  static final String ACCESS_TOKEN = "Atza|token-";

  final HttpGatewayFixture http = new HttpGatewayFixture();
  final AmazonTokens tokens = new AmazonTokens();
  final AmazonClient client = new AmazonClient();
  final AmazonSalesOrders salesOrders = new AmazonSalesOrders();
  final AmazonConnector connector = new AmazonConnector();

  AmazonFixture() {
    AmazonUserAgent userAgent =
        new AmazonUserAgent() {
          @Override
          String text() {
            return "StoreSync/1.0.0 (Language=Java/17; Platform=Linux)";
          }
        };
    tokens.gateway = http.gateway;
    tokens.userAgent = userAgent;
    tokens.clock = http.clock;
    client.gateway = http.gateway;
    client.throttle = http.throttle;
    client.tokens = tokens;
    client.userAgent = userAgent;
    salesOrders.client = client;
    salesOrders.reader = new AmazonOrderReader();
    salesOrders.clock = http.clock;
    connector.addresses = http.addresses;
    connector.connectionChecks = new AmazonConnectionChecks();
    connector.connectionChecks.tokens = tokens;
    connector.connectionChecks.client = client;
  }

  static StoreAccess storeAt(SmallServer server) {
    return storeAt(server, Map.of(), Optional.empty());
  }

  static StoreAccess storeAt(
      SmallServer server, Map<String, String> further, Optional<Instant> earliestOrderDate) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "region",
                "NA",
                "clientId",
                "amzn1.application-oa2-client.1",
                "clientSecret",
                CLIENT_SECRET,
                "refreshToken",
                REFRESH_TOKEN,
                "apiEndpoint",
                server.address(),
                "tokenEndpoint",
                server.address() + "/auth/o2/token"));
    settings.putAll(further);
    return new StoreAccess(1, "Demo", settings, ZoneOffset.UTC, earliestOrderDate, false);
  }

  /** What Login with Amazon answers; each number is another token. */
  static SmallServer.Reply token(int number) {
    return SmallServer.reply(
        200,
        "{\"access_token\":\"%s%d\",\"token_type\":\"bearer\",\"expires_in\":3600}"
            .formatted(ACCESS_TOKEN, number));
  }
}
