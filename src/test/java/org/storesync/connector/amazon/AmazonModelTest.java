package org.storesync.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.storesync.connector.amazon.AmazonFixture.storeAt;
import static org.storesync.connector.amazon.AmazonFixture.token;
import static org.storesync.platform.http.SmallServer.reply;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.storesync.connector.Cursor;
import org.storesync.connector.DocumentId;
import org.storesync.connector.TimeWindow;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.http.SmallServer;

/** Our requests, and how we read orders, against Amazon's own model, where that is at hand. */
class AmazonModelTest {

  private static final String SETTING = "SPAPI_MODELS";
  private static final TimeWindow WINDOW =
      new TimeWindow(
          Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-24T11:58:00.000001Z"));

  private final SmallServer server = new SmallServer();
  private final AmazonFixture amazon = new AmazonFixture();
  private String model;

  @BeforeEach
  void amazons_model_is_at_hand(TestInfo test) throws IOException {
    String folder = System.getenv(SETTING);
    assumeTrue(
        folder != null,
        () ->
            "Not run: %s. Set %s to the folder with orders_2026-01-01.json."
                .formatted(test.getDisplayName(), SETTING));
    model = Files.readString(Path.of(folder, "orders_2026-01-01.json"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ValidationReport report(String path, String rawQuery) {
    SimpleRequest.Builder request = SimpleRequest.Builder.get(path).withAccept("application/json");
    for (String parameter : rawQuery.split("&")) {
      String[] pair = parameter.split("=", 2);
      request.withQueryParam(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return OpenApiInteractionValidator.createForInlineApiSpecification(model)
        .build()
        .validateRequest(request.build());
  }

  private ValidationReport reportOfLast() {
    SmallServer.Asked asked = server.asked().get(server.asked().size() - 1);
    return report(asked.address().getRawPath(), asked.address().getRawQuery());
  }

  @Test
  void searching_orders_is_asked_as_amazon_describes() {
    server.next(token(1)).always(ask -> reply(200, "{\"orders\":[]}"));

    amazon.salesOrders.changes(storeAt(server), WINDOW, Optional.empty());
    assertThat(reportOfLast().getMessages()).isEmpty();

    amazon.salesOrders.changes(
        storeAt(
            server,
            Map.of("marketplaceIds", "ATVPDKIKX0DER,A2EUQ1WTGCTBG2", "personalData", "no"),
            Optional.empty()),
        WINDOW,
        Optional.of(new Cursor("2YgYW55IGNhcm5hbCBwbGVhc3VyZS4+/=")));
    assertThat(reportOfLast().getMessages()).isEmpty();
  }

  @Test
  void one_order_is_asked_for_as_amazon_describes() {
    server.next(token(1), reply(200, "{\"order\":%s}".formatted(AmazonOrders.withTwoLines(1))));

    amazon.salesOrders.read(storeAt(server), new DocumentId("114-0000000-0000001"));

    assertThat(reportOfLast().getMessages()).isEmpty();
  }

  @Test
  void the_model_refuses_what_is_not_described() {
    String path = "/orders/2026-01-01/orders";

    assertThat(report(path, "lastUpdatedAfter=yesterday").hasErrors()).isTrue();
    assertThat(report(path, "includedData=BUYER,NOTHING").hasErrors()).isTrue();
    assertThat(report(path + "/1/2", "a=b").hasErrors()).isTrue();
  }

  @Test
  void every_order_of_amazons_own_examples_is_read_and_adds_up() throws Exception {
    AmazonOrderReader reader = new AmazonOrderReader();
    List<JsonObject> examples = examples();

    for (JsonObject example : examples) {
      SalesOrder order = reader.read(example);
      BigDecimal lines =
          order.lines().stream()
              .map(SalesOrder.Line::total)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(lines.add(order.otherCharges())).isEqualByComparingTo(order.total());
      assertThat(order.total().toPlainString())
          .isEqualTo(example.getValue("/proceeds/grandTotal/amount").toString().replace("\"", ""));
    }
    assertThat(examples).hasSizeGreaterThan(4);
  }

  /** The orders in the model's sandbox answers that come with all data sets we ask for. */
  private List<JsonObject> examples() {
    List<JsonObject> orders = new ArrayList<>();
    for (JsonValue path : AmazonOrders.json(model).getJsonObject("paths").values()) {
      JsonArray cases =
          path.asJsonObject()
              .getJsonObject("get")
              .getJsonObject("responses")
              .getJsonObject("200")
              .getJsonObject("x-amzn-api-sandbox")
              .getJsonArray("static");
      for (JsonObject example : cases.getValuesAs(JsonObject.class)) {
        JsonObject response = example.getJsonObject("response");
        orders.addAll(AmazonJson.objects(response, "orders"));
        AmazonJson.object(response, "order").ifPresent(orders::add);
      }
    }
    return orders;
  }
}
