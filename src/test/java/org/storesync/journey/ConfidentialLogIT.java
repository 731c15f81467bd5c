package org.storesync.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.audit.AuditReader;
import org.storesync.backoffice.OrderParties;
import org.storesync.backoffice.SalesOrders;
import org.storesync.platform.time.TestClock;
import org.storesync.record.RecordFilter;
import org.storesync.record.SyncRecordList;
import org.storesync.record.SyncRecordRow;
import org.storesync.run.RunRow;

/**
 * Orders are fetched and written, with answers that break on the way; whatever the server logs
 * meanwhile, and whatever is written down about records and deeds, names no buyer and no secret.
 */
@ArquillianTest
class ConfidentialLogIT {

  private static final Logger OURS = Logger.getLogger("org.storesync");
  private static final String HEARD = "whatever is logged from here on is looked at";
  private static final int MANY = 1_000;

  @Inject private SimulatedSellers sellers;
  @Inject private TestClock clock;
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
    sellers.add(seller, sellers.ordersOfTenDays(25).build());
    sellers.breakAnAnswer(seller, "TRUNCATED");
    sellers.breakAnAnswer(seller, "SERVER_ERROR");
    long storeId = sellers.store(store, seller);

    List<RunRow> runs = sellers.prepare(storeId, true);

    List<SyncRecordRow> found =
        records.page(RecordFilter.all().withStore(storeId), List.of(), 0, MANY);
    String written = log.all() + found + runs + audit.about(store);
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
}
