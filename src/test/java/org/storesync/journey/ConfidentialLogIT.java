package org.storesync.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.audit.AuditReader;
import org.storesync.backoffice.OrderParties;
import org.storesync.backoffice.SalesOrders;
import org.storesync.connector.Side;
import org.storesync.kind.DateRange;
import org.storesync.kind.PrepareMode;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.platform.http.OwnServer;
import org.storesync.platform.time.TestClock;
import org.storesync.prepare.PreparePlanner;
import org.storesync.prepare.PrepareRequest;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.run.RunFilter;
import org.storesync.run.RunList;
import org.storesync.run.RunRow;
import org.storesync.run.Starter;
import org.storesync.store.StoreChange;
import org.storesync.store.StoreForm;
import org.storesync.store.StoreIdentity;
import org.storesync.store.Stores;

/**
 * Orders are fetched and written, with answers that break on the way; whatever the server logs
 * meanwhile, and whatever is written down about records and deeds, names no buyer and no secret.
 */
@ArquillianTest
class ConfidentialLogIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Logger OURS = Logger.getLogger("org.storesync");
  private static final String HEARD = "whatever is logged from here on is looked at";
  private static final int MANY = 1_000;

  @Inject private OwnServer server;
  @Inject private TestClock clock;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private PreparePlanner planner;
  @Inject private RunList runs;
  @Inject private SyncRecordList records;
  @Inject private SalesOrders salesOrders;
  @Inject private AuditReader audit;

  private final String seller = "seller-" + UUID.randomUUID();
  private final String store = "Store " + UUID.randomUUID();
  private final LogTaken log = new LogTaken();

  /** Everything that is logged, as the server's log would have it. */
  private static final class LogTaken extends Handler {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord record) {
      StringWriter text = new StringWriter();
      text.append(new SimpleFormatter().formatMessage(record));
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(new PrintWriter(text));
      }
      lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    String all() {
      return String.join("\n", lines);
    }
  }

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
    OURS.setLevel(Level.ALL);
    OURS.info(HEARD);
  }

  @AfterEach
  void stop() {
    Logger.getLogger("").removeHandler(log);
    OURS.setLevel(null);
    clock.reset();
  }

  @Test
  void no_buyer_and_no_secret_stands_in_the_log_or_in_a_message() throws Exception {
    aSeller();
    aFault("TRUNCATED");
    aFault("SERVER_ERROR");

    long storeId = prepareAndProcess();

    List<SyncRecordRow> found =
        records.page(RecordFilter.all().withStore(storeId), List.of(), 0, MANY);
    String written =
        log.all()
            + found
            + runs.page(RunFilter.all().withStore(storeId), 0, MANY)
            + audit.about(store);
    assertThat(log.all()).as("the log was heard").contains(HEARD);
    assertThat(audit.about(store)).isNotEmpty();
    Set<String> buyers = buyersOf(found);
    assertThat(buyers).hasSizeGreaterThan(20);
    assertThat(buyers).noneMatch(written::contains);
    assertThat(written)
        .doesNotContain("Atzr|", "Atza|", "amzn1.oa2-cs.v1.demo-secret")
        .doesNotContain(seller);
  }

  private Set<String> buyersOf(List<SyncRecordRow> found) {
    Set<String> personal = new LinkedHashSet<>();
    found.stream()
        .map(SyncRecordRow::localId)
        .filter(Objects::nonNull)
        .flatMap(number -> salesOrders.parties(number).stream())
        .flatMap(ConfidentialLogIT::personal)
        .filter(text -> text.length() > 5)
        .forEach(personal::add);
    return personal;
  }

  private static Stream<String> personal(OrderParties parties) {
    return Stream.concat(
        parties.buyer().stream().flatMap(buyer -> Stream.of(buyer.name(), buyer.email())),
        parties.shipTo().stream()
            .flatMap(
                to -> Stream.of(to.name(), to.street1(), to.phone()).filter(Objects::nonNull)));
  }

  private long prepareAndProcess() throws Exception {
    long storeId = aStore();
    List<StoreEntityRow> entities = storeEntities.of(storeId);
    entities.forEach(
        one -> storeEntities.change(one.id(), true, one.maxFailedAttempts(), one.version()));
    planner.start(
        new PrepareRequest(
            storeId,
            entities.stream().map(StoreEntityRow::id).toList(),
            PrepareMode.INCREMENTAL,
            DateRange.open(),
            true),
        Starter.person("test"),
        Locale.ENGLISH,
        ZoneOffset.UTC);
    Awaitility.await("all runs have ended")
        .atMost(Duration.ofSeconds(90))
        .until(() -> ended(storeId));
    return storeId;
  }

  private boolean ended(long storeId) {
    List<RunRow> all = runs.page(RunFilter.all().withStore(storeId), 0, 10);
    all.stream()
        .filter(run -> run.active() && run.waitingFor() != null)
        .map(RunRow::dueAt)
        .filter(due -> due.isAfter(clock.instant()))
        .max(Instant::compareTo)
        .ifPresent(clock::setTo);
    return all.stream().noneMatch(RunRow::active);
  }

  private long aStore() {
    StoreChange change =
        stores.create(
            new StoreIdentity(store, "amazon", "local"),
            new StoreForm(
                Map.of(
                    Side.MARKETPLACE,
                    Map.of(
                        "region", "NA",
                        "clientId", "amzn1.application-oa2-client.demo",
                        "clientSecret", "amzn1.oa2-cs.v1.demo-secret",
                        "refreshToken", "Atzr|demo-" + seller,
                        "apiEndpoint", "/simulator",
                        "tokenEndpoint", "/simulator/auth/o2/token")),
                "",
                "UTC",
                ""),
            Locale.ENGLISH);
    return ((StoreChange.Done) change).storeId();
  }

  private void aSeller() throws Exception {
    control(
        "PUT",
        "sellers/" + seller,
        Json.createObjectBuilder()
            .add("mode", "generated")
            .add("start", clock.instant().minus(Duration.ofDays(40)).toString())
            .add("days", 10)
            .add("ordersPerDay", 25)
            .add("steady", true)
            .add("quotaFactor", 1000)
            .build());
  }

  private void aFault(String kind) throws Exception {
    control(
        "POST",
        "faults?seller=" + seller,
        Json.createObjectBuilder()
            .add("kind", kind)
            .add("operation", "searchOrders")
            .add("answers", 1)
            .add("after", 1)
            .add("delayMillis", 500)
            .build());
  }

  private void control(String method, String path, JsonObject body) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(server.address("/simulator/control/" + path))
                .header("x-control-key", "test")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
