package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storesync.server.FormVisitor;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TestPostgresql;

/**
 * What a page of records costs when few are stored and when many are: whole requests of somebody
 * who is signed in, page by page, sort by sort, filter by filter.
 */
class TablesBenchmark {

  private static final List<Integer> SIZES =
      Arrays.stream(System.getProperty("storesync.benchmark.sizes", "10000,1000000").split(","))
          .map(Integer::valueOf)
          .toList();
  private static final int ROUNDS = Integer.getInteger("storesync.benchmark.rounds", 20);
  private static final int WARM_UP = 5;

  /** Where the databases are that an earlier run has filled, or this one fills for the next. */
  private static final String KEPT = System.getProperty("storesync.benchmark.kept");

  private static final int PAGE = 50;

  /** The same in each run: the databases may be those of an earlier one. */
  private static final String SECRET_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  /** Beyond so many records there are no pages. */
  private static final int COUNTED = 100_000;

  private static final List<String> SORTS =
      List.of(
          "-number",
          "number",
          "external_id",
          "local_id",
          "status",
          "last_attempt",
          "-last_attempt",
          "externally_modified",
          "latest_ship_date");

  private static final Map<String, String> HISTORY_FILTERS = new LinkedHashMap<>();

  static {
    HISTORY_FILTERS.put("one store", "store=Measured");
    HISTORY_FILTERS.put("one entity", "store=Measured&entity=MARKETPLACE_FULFILLED_ORDER");
    HISTORY_FILTERS.put("Ready", "status=READY");
    HISTORY_FILTERS.put("Failed", "status=FAILED");
    HISTORY_FILTERS.put("Processed of one store", "store=Measured&status=PROCESSED");
    HISTORY_FILTERS.put("Invalid (none)", "status=INVALID");
    HISTORY_FILTERS.put("external id", "externalId=119-0000001");
    HISTORY_FILTERS.put("external id begins", "externalId=119");
    HISTORY_FILTERS.put("local id", "localId=SO00000007");
    HISTORY_FILTERS.put("either id", "find=SO000000");
    HISTORY_FILTERS.put("message contains", "message=SKU-97");
    HISTORY_FILTERS.put("description contains", "description=7.00");
    HISTORY_FILTERS.put("description contains (none)", "description=nowhere");
    HISTORY_FILTERS.put("attempted in a month", "from=2025-06-01&to=2025-06-30");
  }

  private final Waits waits = new Waits();
  private int size;
  private FormVisitor visitor;

  @Test
  void a_page_costs_the_same_however_many_records_are_stored() {
    try (TestPostgresql postgresql =
        KEPT == null ? TestPostgresql.startDurable() : TestPostgresql.startDurable(Path.of(KEPT))) {
      for (int next : SIZES) {
        size = next;
        String name = "tables_" + size;
        measure(
            new BenchmarkDatabase(
                postgresql.hasDatabase(name)
                    ? postgresql.database(name)
                    : postgresql.newDatabase(name)));
        if (ROUNDS == 0) {
          continue;
        }
        Report.write(
            "tables",
            "Whole requests, %d each, milliseconds%n%n".formatted(ROUNDS) + waits.table(),
            waits.plot("Median of whole requests"));
      }
    }
  }

  private void measure(BenchmarkDatabase database) {
    ServerSettings settings =
        database
            .settings()
            .with("storesync.home", Path.of("target", "homes", "benchmark").toString())
            .with("storesync.demo", "true")
            .with("storesync.admin.password", ServerSettings.ADMIN_PASSWORD)
            .with("storesync.secret.key", SECRET_KEY);
    try (RunningServer server =
        RunningServer.start(
            "benchmark-tables-" + size, BenchmarkWar.write(), List.of("-Xmx512m"), settings)) {
      if (database.number("select count(*) from sync_record") == 0) {
        InventedRecords.into(database, size);
      }
      visitor = new FormVisitor(server.address()).signedIn();
      if (ROUNDS == 0) {
        return;
      }
      warmUp();
      history();
      processing();
      open("Prepare Data", "prepare-data.xhtml?store=Measured");
      lists();
    }
  }

  /** Until the pages are compiled. */
  private void warmUp() {
    for (int round = 0; round < 3 * WARM_UP; round++) {
      SORTS.forEach(sort -> get("sync-history.xhtml?sort=" + sort));
      HISTORY_FILTERS.values().forEach(filter -> get("sync-history.xhtml?" + filter));
      get("process-data.xhtml?store=Measured");
      get("prepare-data.xhtml?store=Measured");
    }
  }

  private void history() {
    for (String sort : SORTS) {
      String address = "sync-history.xhtml?sort=" + sort;
      open("Sync History by " + sort + ", first page", address);
      turn("Sync History by " + sort + ", middle page", address, "history", size / 2);
      turn("Sync History by " + sort + ", last page", address, "history", size);
    }
    HISTORY_FILTERS.forEach(
        (name, filter) -> open("Sync History, " + name, "sync-history.xhtml?" + filter));
  }

  private void processing() {
    String address = "process-data.xhtml?store=Measured";
    int ready = (int) (size * 0.3 * 0.7);
    open("Process Data, first page", address);
    turn("Process Data, middle page", address, "work", ready / 2);
    turn("Process Data, last page", address, "work", ready);
    open("Process Data, Failed", address + "&status=FAILED");
    open("Process Data by externally_modified", address + "&sort=externally_modified");
    open("Process Data, limit 10,000", address + "&limit=10000");
    open("Process Data, limit 10,000, by external_id", address + "&limit=10000&sort=external_id");
  }

  /** The lists behind the pages, through JPA alone, as the server itself times them. */
  private void lists() {
    for (String sort : SORTS) {
      list("by " + sort + ", first page", "sort=" + sort, 0);
      list("by " + sort + ", middle page", "sort=" + sort, Math.min(size, COUNTED) / 2);
      list("by " + sort + ", last page", "sort=" + sort, Math.min(size, COUNTED) - PAGE);
    }
    list("Failed, first page", "sort=-number&status=FAILED", 0);
    list("all, counted", "act=count", 0);
    list("Prepared, counted", "act=count&status=PREPARED", 0);
  }

  private void list(String what, String query, int first) {
    String address = "benchmark/list?%s&first=%d&rows=%d".formatted(query, first, PAGE);
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long nanos = Long.parseLong(get(address).body().strip());
      if (round >= 0) {
        waits.add("JPA alone: " + what, size, Duration.ofNanos(nanos));
      }
    }
  }

  private void open(String what, String address) {
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      get(address);
      note(what, round, begin);
    }
  }

  private HttpResponse<String> get(String address) {
    HttpResponse<String> answer = visitor.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer;
  }

  /** Turns to the page that ends with this record, or the last one that there is. */
  private void turn(String what, String address, String form, int upTo) {
    int last = Math.min(upTo, COUNTED);
    int first = Math.max(0, (last - 1) / PAGE * PAGE);
    Map<String, String> fields = new LinkedHashMap<>(visitor.hiddenFields(address));
    String table = form + ":records";
    fields.put(form, form);
    fields.put("jakarta.faces.partial.ajax", "true");
    fields.put("jakarta.faces.source", table);
    fields.put("jakarta.faces.partial.execute", table);
    fields.put("jakarta.faces.partial.render", table);
    fields.put(table, table);
    fields.put(table + "_pagination", "true");
    fields.put(table + "_first", Integer.toString(first));
    fields.put(table + "_rows", Integer.toString(PAGE));
    fields.put(table + "_encodeFeature", "true");
    String page = address.substring(0, address.indexOf('?'));
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      HttpResponse<String> answer = visitor.post(page, fields, "Faces-Request", "partial/ajax");
      note(what, round, begin);
      assertThat(answer.body()).as(what).contains("<partial-response", "data-rk=");
    }
  }

  private void note(String what, int round, long begin) {
    if (round >= 0) {
      waits.add(what, size, Duration.ofNanos(System.nanoTime() - begin));
    }
  }
}
