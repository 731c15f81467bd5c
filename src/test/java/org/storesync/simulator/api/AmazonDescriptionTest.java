package org.storesync.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.simulator.MarketplaceFixture;
import org.storesync.simulator.SettableClock;
import org.storesync.simulator.message.SimulatorAnswer;

/** The simulator's answers against Amazon's own description, where that is at hand. */
class AmazonDescriptionTest {

  private static final String SETTING = "SPAPI_MODELS";
  private static final String ORDER = MarketplaceFixture.ORDERS + "/111-0000000-0000000";
  private static final String SINCE = "lastUpdatedAfter=2026-01-01T00:00:00Z";

  private static final Optional<OpenApiInteractionValidator> DESCRIPTION =
      Optional.ofNullable(System.getenv(SETTING)).map(Path::of).map(AmazonDescriptionTest::read);

  private final MarketplaceFixture amazon =
      MarketplaceFixture.generous(new SettableClock(MarketplaceFixture.START));

  @BeforeEach
  void amazons_description_is_at_hand(TestInfo test) {
    assumeTrue(
        DESCRIPTION.isPresent(),
        () ->
            "Not run: %s. Set %s to the folder with orders_2026-01-01.json."
                .formatted(test.getDisplayName(), SETTING));
  }

  @Test
  void every_generated_order_is_as_described() {
    String query = SINCE + "&includedData=" + MarketplaceFixture.EVERYTHING;
    String next = "";
    int pages = 0;
    do {
      SimulatorAnswer answer = amazon.search(query + next);
      isAsDescribed(MarketplaceFixture.ORDERS, answer);
      next =
          MarketplaceFixture.nextToken(MarketplaceFixture.object(answer))
              .map(token -> "&paginationToken=" + MarketplaceFixture.encoded(token))
              .orElse("");
      pages++;
    } while (!next.isEmpty());
    assertThat(pages).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&includedData=BUYER",
        "&includedData=PROCEEDS",
        "&includedData=FULFILLMENT,PACKAGES",
        "&maxResultsPerPage=1"
      })
  void a_page_is_as_described_whatever_data_it_holds(String more) {
    isAsDescribed(MarketplaceFixture.ORDERS, amazon.search(SINCE + more));
  }

  @Test
  void a_single_order_is_as_described() {
    String orderId = amazon.all(SINCE + "&maxResultsPerPage=100").get(0).getString("orderId");

    isAsDescribed(MarketplaceFixture.ORDERS + "/" + orderId, amazon.order(orderId));
  }

  @Test
  void errors_are_as_described() {
    isAsDescribed(MarketplaceFixture.ORDERS, amazon.search("lastUpdatedAfter=yesterday"));
    isAsDescribed(MarketplaceFixture.ORDERS, amazon.getWith(Map.of(), MarketplaceFixture.ORDERS));
    isAsDescribed(ORDER, amazon.order("111-0000000-0000000"));
  }

  @ParameterizedTest
  @CsvSource({"THROTTLED", "SERVER_ERROR", "UNAVAILABLE", "EXPIRED_TOKEN"})
  void errors_on_purpose_are_as_described(String kind) {
    amazon.fault("{\"kind\":\"%s\"}".formatted(kind));

    isAsDescribed(MarketplaceFixture.ORDERS, amazon.search(SINCE));
  }

  @Test
  void the_description_refuses_a_truncated_answer() {
    amazon.fault("{\"kind\":\"TRUNCATED\"}");

    assertThat(report(MarketplaceFixture.ORDERS, amazon.search(SINCE)).hasErrors()).isTrue();
  }

  private static void isAsDescribed(String path, SimulatorAnswer answer) {
    assertThat(report(path, answer).getMessages()).isEmpty();
  }

  private static ValidationReport report(String path, SimulatorAnswer answer) {
    SimpleResponse response =
        SimpleResponse.Builder.status(answer.status())
            .withContentType("application/json")
            .withBody(answer.body())
            .build();
    return DESCRIPTION.orElseThrow().validateResponse(path, Request.Method.GET, response);
  }

  private static OpenApiInteractionValidator read(Path folder) {
    try {
      String model = Files.readString(folder.resolve("orders_2026-01-01.json"));
      return OpenApiInteractionValidator.createForInlineApiSpecification(model).build();
    } catch (IOException e) {
      throw new UncheckedIOException(SETTING + " names a folder without Amazon's models.", e);
    }
  }
}
