package org.storesync.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.storesync.benchmark.memory.InventedOrders;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.json.DocumentJson;

/**
 * The floor: hand-written JDBC that does what the engine does with {@code InventedOrders}, and
 * nothing else. The same tables and indexes, the same transactions (claim; then documents,
 * outcomes, log, work list and counters of a chunk together), the same leases, payloads, buyers and
 * addresses closed by AES-GCM, one statement a table and chunk with array parameters. Documents are
 * written and read as JSON by the same class as in the engine. It knows only what this benchmark
 * needs: no other state, kind, system, check or failure.
 */
final class FloorContestant implements Contestant {

  private static final int BLOCK = 500;

  private final String name;
  private final int page;
  private final int chunk;
  private final int workers;
  private final BenchmarkDatabase database;
  private final DocumentJson json = new DocumentJson();
  private long nextRun = 1;

  FloorContestant(String name, BenchmarkDatabase database, int page, int chunk, int workers) {
    this.name = name;
    this.page = page;
    this.chunk = chunk;
    this.workers = workers;
    this.database = database;
    database.migrate();
    database.addItems();
    database.openStore();
  }

  @Override
  public String name() {
    return name;
  }

  private static String newWorker(Connection connection, long run) throws SQLException {
    String worker = java.util.UUID.randomUUID().toString();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into run_worker (id, run_id, node, lease_until) values ('%s', %d, 'floor', now()"
                  .formatted(worker, run)
              + " + interval '20' second)");
    }
    return worker;
  }

  private static void require(Connection connection, String worker) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update run_worker set lease_until = now() + interval '20' second where id = ?")) {
      statement.setString(1, worker);
      statement.executeUpdate();
    }
  }

  // --- prepare ---

  @Override
  public Duration prepare(int from, int count, int badEach) {
    long run = database.newRun(nextRun++, "PREPARE");
    try (Connection connection = database.connect()) {
      String worker = newWorker(connection, run);
      connection.setAutoCommit(false);
      ClosedText closed = new ClosedText();
      Instant begin = Instant.now();
      for (int first = from; first < from + count; first += page) {
        int end = Math.min(first + page, from + count);
        List<SalesOrder> orders =
            IntStream.range(first, end)
                .mapToObj(
                    number -> InventedOrders.order(number, badEach > 0 && number % badEach == 0))
                .toList();
        require(connection, worker);
        int written = store(connection, closed, orders);
        try (PreparedStatement progress =
            connection.prepareStatement(
                "update run set pages = pages + 1, calls = calls + 1, fetched = fetched + ?,"
                    + " prepared = prepared + ?, unchanged = unchanged + ?, cursor_token = ?,"
                    + " cursor_at = now(), changed_at = now(), version = version + 1 where id ="
                    + " ?")) {
          progress.setInt(1, orders.size());
          progress.setInt(2, written);
          progress.setInt(3, orders.size() - written);
          progress.setString(4, "" + end);
          progress.setLong(5, run);
          progress.executeUpdate();
        }
        connection.commit();
      }
      return Duration.between(begin, Instant.now());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One select for the page, then only what is new or changed; here nothing ever changes. */
  private int store(Connection connection, ClosedText closed, List<SalesOrder> orders)
      throws SQLException {
    Map<String, String> hashes = hashes(connection, orders);
    Columns records =
        new Columns(
            "bigint",
            "text",
            "text",
            "text",
            "timestamptz",
            "timestamptz",
            "timestamptz",
            "numeric");
    Columns payloads = new Columns("bigint", "bytea");
    long next = 0;
    long blockEnd = -1;
    int written = 0;
    for (SalesOrder order : orders) {
      String content = json.write(order);
      String hash = DocumentJson.hash(content);
      if (hash.equals(hashes.get(order.id().value()))) {
        continue;
      }
      if (next > blockEnd) {
        blockEnd = nextval(connection, "sync_record_seq");
        next = blockEnd - BLOCK + 1;
      }
      int units = order.lines().stream().mapToInt(SalesOrder.Line::quantity).sum();
      records.add(
          next,
          order.id().value(),
          units + " units, " + order.salesChannel() + ", unshipped",
          hash,
          time(order.modified().orElseThrow()),
          time(order.created()),
          time(order.shipBy().orElseThrow()),
          order.total());
      payloads.add(next, closed.close(content));
      next++;
      written++;
    }
    if (written > 0) {
      records.execute(
          connection,
          "insert into sync_record (id, store_entity_id, external_id, status, description,"
              + " content_hash, content_version, external_modified, external_created, due_by,"
              + " amount, currency, attempts, last_operation, changed_since_skipped, created_at,"
              + " changed_at, version) select id, 1, external_id, 'PREPARED', description, hash, 1,"
              + " modified, created, due, amount, 'USD', 0, 'MODIFIED_EXTERNALLY', false, now(),"
              + " now(), 1 from unnest(?, ?, ?, ?, ?, ?, ?, ?) as x (id, external_id, description,"
              + " hash, modified, created, due, amount)");
      payloads.execute(
          connection, "insert into sync_payload (record_id, document) select * from unnest(?, ?)");
    }
    return written;
  }

  private static Map<String, String> hashes(Connection connection, List<SalesOrder> orders)
      throws SQLException {
    Map<String, String> hashes = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select external_id, external_modified, content_hash, status from sync_record where"
                + " store_entity_id = 1 and external_id = any(?)")) {
      select.setArray(
          1,
          connection.createArrayOf(
              "text", orders.stream().map(order -> order.id().value()).toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          hashes.put(rows.getString(1), rows.getString(3));
        }
      }
    }
    return hashes;
  }

  private static long nextval(Connection connection, String sequence) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select nextval('" + sequence + "')");
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  // --- process ---

  @Override
  public Duration process() {
    long run = database.newRun(nextRun++, "PROCESS");
    database.execute(
        "insert into run_record (run_id, position, record_id) select "
            + run
            + ", row_number() over (order by id), id from sync_record where store_entity_id = 1 and"
            + " status in ('PREPARED', 'FAILED')");
    Instant begin = Instant.now();
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        all.add(threads.submit(() -> work(run)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
    return Duration.between(begin, Instant.now());
  }

  private void work(long run) {
    try (Connection connection = database.connect()) {
      String worker = newWorker(connection, run);
      connection.setAutoCommit(false);
      ClosedText closed = new ClosedText();
      for (int number = 0; ; number++) {
        Instant begin = Instant.now();
        Map<Long, SalesOrder> claimed =
            claim(connection, closed, run, worker, run + ":" + worker + ":" + number);
        if (claimed.isEmpty()) {
          return;
        }
        write(connection, closed, run, worker, claimed, begin);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<Long, SalesOrder> claim(
      Connection connection, ClosedText closed, long run, String worker, String claim)
      throws SQLException {
    require(connection, worker);
    Map<Long, byte[]> documents = new LinkedHashMap<>();
    try (PreparedStatement update =
        connection.prepareStatement(
            "with free as (select r.id, x.position from run_record x join sync_record r on r.id ="
                + " x.record_id where x.run_id = ? and not exists (select 1 from record_claim c"
                + " where c.record_id = x.record_id and c.claim_until >= now()) order by x.position"
                + " limit ? for update of r skip locked), claimed as (insert into record_claim"
                + " (record_id, claim, claim_until) select id, ?, now() + interval '25' second from"
                + " free order by id on conflict (record_id) do update set claim = excluded.claim,"
                + " claim_until = excluded.claim_until where record_claim.claim_until < now()"
                + " returning record_id) select c.record_id, (select p.document from sync_payload"
                + " p where p.record_id = c.record_id) from claimed c order by c.record_id")) {
      update.setLong(1, run);
      update.setInt(2, chunk);
      update.setString(3, claim);
      try (ResultSet rows = update.executeQuery()) {
        while (rows.next()) {
          documents.put(rows.getLong(1), rows.getBytes(2));
        }
      }
    }
    connection.commit();
    Map<Long, SalesOrder> orders = new LinkedHashMap<>();
    documents.forEach(
        (id, document) -> orders.put(id, json.read(closed.open(document), SalesOrder.class)));
    return orders;
  }

  private void write(
      Connection connection,
      ClosedText closed,
      long run,
      String worker,
      Map<Long, SalesOrder> claimed,
      Instant begin)
      throws SQLException {
    require(connection, worker);
    Map<String, Long> items = items(connection, claimed);
    Set<String> known = known(connection, claimed);
    Columns done = new Columns("bigint", "text");
    Columns failed = new Columns("bigint", "text");
    Map<Long, SalesOrder> writable = new LinkedHashMap<>();
    claimed.forEach(
        (id, order) -> {
          Optional<String> unknown =
              order.lines().stream()
                  .map(SalesOrder.Line::sku)
                  .filter(sku -> !items.containsKey(sku))
                  .findFirst();
          if (unknown.isPresent() || known.contains(order.id().value())) {
            failed.add(id, "Order " + order.id() + " can't be taken: SKU " + unknown.orElse("?"));
          } else {
            writable.put(id, order);
          }
        });
    Map<Long, String> numbers = insert(connection, closed, writable, items);
    numbers.forEach(done::add);
    finish(connection, run, begin, done, failed);
    Columns all = new Columns("bigint");
    claimed.keySet().forEach(all::add);
    all.execute(connection, "delete from record_claim where record_id = any(?)");
    all.execute(
        connection, "delete from run_record where record_id = any(?) and run_id + 0 = " + run);
    try (PreparedStatement progress =
        connection.prepareStatement(
            "update run set processed = processed + ?, failed = failed + ?, changed_at = now(),"
                + " version = version + 1 where id = ?")) {
      progress.setInt(1, numbers.size());
      progress.setInt(2, claimed.size() - numbers.size());
      progress.setLong(3, run);
      progress.executeUpdate();
    }
    connection.commit();
  }

  private static Map<String, Long> items(Connection connection, Map<Long, SalesOrder> claimed)
      throws SQLException {
    Set<String> keys = new HashSet<>();
    for (SalesOrder order : claimed.values()) {
      order.lines().forEach(line -> keys.add(line.sku().toLowerCase(java.util.Locale.ROOT)));
    }
    Map<String, Long> items = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("select item_id, id from item where item_key = any(?)")) {
      select.setArray(1, connection.createArrayOf("text", keys.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          items.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return items;
  }

  private static Set<String> known(Connection connection, Map<Long, SalesOrder> claimed)
      throws SQLException {
    Set<String> known = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select amazon_order_id from sales_order where store_id = 1 and amazon_order_id ="
                + " any(?)")) {
      select.setArray(
          1,
          connection.createArrayOf(
              "text", claimed.values().stream().map(order -> order.id().value()).toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
    }
    return known;
  }

  private Map<Long, String> insert(
      Connection connection,
      ClosedText closed,
      Map<Long, SalesOrder> orders,
      Map<String, Long> items)
      throws SQLException {
    Map<Long, String> numbers = new LinkedHashMap<>();
    if (orders.isEmpty()) {
      return numbers;
    }
    Columns heads =
        new Columns(
            "bigint",
            "text",
            "text",
            "timestamptz",
            "date",
            "timestamptz",
            "timestamptz",
            "text",
            "text",
            "text",
            "bytea",
            "bytea",
            "text",
            "numeric",
            "numeric");
    Columns lines =
        new Columns(
            "bigint", "bigint", "int", "text", "bigint", "text", "text", "text", "bigint", "int",
            "int", "numeric", "numeric", "numeric", "numeric", "numeric", "numeric", "numeric",
            "numeric");
    List<Long> counts = counts(connection, orders.size());
    long orderId = nextval(connection, "sales_order_seq") - BLOCK;
    long orderEnd = orderId + BLOCK;
    long lineId = 0;
    long lineEnd = 0;
    int place = 0;
    for (Map.Entry<Long, SalesOrder> entry : orders.entrySet()) {
      SalesOrder order = entry.getValue();
      if (orderId == orderEnd) {
        orderId = nextval(connection, "sales_order_seq") - BLOCK;
        orderEnd = orderId + BLOCK;
      }
      orderId++;
      String number = "SO%06d".formatted(counts.get(place++));
      numbers.put(entry.getKey(), number);
      heads.add(
          orderId,
          number,
          order.id().value(),
          time(order.created()),
          order.created().atZone(ZoneOffset.UTC).toLocalDate(),
          time(order.shipBy().orElseThrow()),
          time(order.deliverBy().orElseThrow()),
          order.serviceLevel(),
          order.marketplace(),
          order.salesChannel(),
          closed.close(json.write(order.buyer().orElseThrow())),
          closed.close(json.write(order.shipTo().orElseThrow())),
          order.currency(),
          order.otherCharges(),
          order.total());
      int lineNumber = 0;
      for (SalesOrder.Line line : order.lines()) {
        if (lineId == lineEnd) {
          lineEnd = nextval(connection, "sales_order_line_seq");
          lineId = lineEnd - 1000;
        }
        lineId++;
        lineNumber++;
        BigDecimal unitPrice = line.unitPrice().orElse(null);
        lines.add(
            lineId,
            orderId,
            lineNumber,
            line.id(),
            items.get(line.sku()),
            line.sku(),
            line.asin(),
            line.title(),
            (long) line.quantity(),
            line.quantity(),
            line.shipped(),
            unitPrice,
            line.items(),
            line.shipping(),
            line.giftWrap(),
            line.discount(),
            line.tax(),
            line.other(),
            line.total());
      }
    }
    heads.execute(
        connection,
        "insert into sales_order (id, number, type, status, store_id, store_name, amazon_order_id,"
            + " ordered_at, business_date, ship_by, deliver_by, service_level, marketplace,"
            + " sales_channel, buyer, ship_to, currency, other_charges, total, created_at,"
            + " changed_at, version) select id, number, 'SALES_ORDER', 'OPEN', 1, 'Floor',"
            + " amazon_id, ordered, day, ship, deliver, level, place, channel, buyer, ship_to,"
            + " currency, other, total, now(), now(), 1 from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?) as x (id, number, amazon_id, ordered, day, ship, deliver, level,"
            + " place, channel, buyer, ship_to, currency, other, total)");
    lines.execute(
        connection,
        "insert into sales_order_line (id, sales_order, line_number, amazon_line_id, item, sku,"
            + " asin, title, quantity, sku_quantity, sku_shipped, unit_price, items_amount,"
            + " shipping, gift_wrap, discount, tax, other, total) select * from unnest(?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return numbers;
  }

  private static List<Long> counts(Connection connection, int many) throws SQLException {
    List<Long> counts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select nextval('sales_order_number_seq') from generate_series(1, ?)")) {
      select.setInt(1, many);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          counts.add(rows.getLong(1));
        }
      }
    }
    return counts;
  }

  /** The marks and the log, for those that were written and for those that were not. */
  private static void finish(
      Connection connection, long run, Instant begin, Columns done, Columns failed)
      throws SQLException {
    long millis = Duration.between(begin, Instant.now()).toMillis();
    if (!done.isEmpty()) {
      done.execute(
          connection,
          "update sync_record r set local_id = x.number, unique_local_id = x.number, status ="
              + " 'PROCESSED', last_operation = 'INSERTED_LOCALLY', last_message = null,"
              + " next_attempt_at = null, attempts = 0, last_attempt_at = now(),"
              + " last_synchronized_at = now(), local_modified = now(), local_created = now(),"
              + " changed_at = now(), version = version + 1 from"
              + " unnest(?, ?) as x (id, number) where r.id = x.id");
      log(connection, run, begin, millis, done, "PROCESSED', 'INSERTED_LOCALLY", false);
    }
    if (!failed.isEmpty()) {
      failed.execute(
          connection,
          "update sync_record r set status = 'FAILED', last_operation = 'FAILED_TO_SAVE_LOCALLY',"
              + " last_message = x.message, next_attempt_at = now() + interval '1' minute, attempts"
              + " = attempts + 1, last_attempt_at = now(),"
              + " changed_at = now(), version = version + 1 from unnest(?, ?) as x (id, message)"
              + " where r.id = x.id");
      log(connection, run, begin, millis, failed, "FAILED', 'FAILED_TO_SAVE_LOCALLY", true);
    }
  }

  private static void log(
      Connection connection,
      long run,
      Instant begin,
      long millis,
      Columns records,
      String how,
      boolean withMessage)
      throws SQLException {
    // A block of the sequence, a number in the block for each row.
    records.execute(
        connection,
        "insert into sync_attempt (id, record_id, run_id, node, started_at, duration_ms, status,"
            + " operation, message) select b.block - 500 + row_number() over (), x.id, b.run,"
            + " 'floor', b.began, b.millis, '"
            + how
            + "', "
            + (withMessage ? "x.message" : "null")
            + " from unnest(?, ?) as x (id, message), (select nextval('sync_attempt_seq') as block,"
            + " cast(? as timestamptz) as began, cast(? as bigint) as millis, cast(? as bigint) as"
            + " run) b",
        time(begin),
        millis,
        run);
  }

  @Override
  public long orders() {
    return database.number("select count(*) from sales_order");
  }

  @Override
  public void close() {
    // Its connections are closed with each measurement.
  }
}
