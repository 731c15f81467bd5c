package org.storesync.benchmark;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.json.DocumentJson;

/**
 * What the jobs of all frameworks do with a chunk, so that only the frameworks differ: statements
 * in batches that the driver rewrites. They claim nothing and have no leases and no list of records
 * that are left.
 */
final class BatchedStatements {

  /** How they read a record of the queue with its document. */
  static final RowMapper<Waiting> ROWS =
      (row, number) -> new Waiting(row.getLong(1), row.getBytes(2));

  static final String SELECT = "select p.record_id, p.document";
  static final String FROM = "from sync_record r join sync_payload p on p.record_id = r.id";
  static final String WHERE = "where r.store_entity_id = 1 and r.status in ('PREPARED', 'FAILED')";

  private static final int NUMBERS_AT_ONCE = 500;

  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final DocumentJson json = new DocumentJson();
  private final ClosedText closed = new ClosedText();

  /** A record of the queue with its document, still closed. */
  record Waiting(long id, byte[] document) {}

  /** A record of the queue with its document. */
  record Ready(long id, SalesOrder order) {}

  BatchedStatements(DataSource dataSource) {
    jdbc = new JdbcTemplate(dataSource);
    named = new NamedParameterJdbcTemplate(jdbc);
  }

  /** Puts orders into the queue, but those that stand in it unchanged. */
  void store(List<? extends SalesOrder> orders) {
    Map<String, String> hashes = new HashMap<>();
    named.query(
        "select external_id, content_hash from sync_record where store_entity_id = 1 and"
            + " external_id in (:ids)",
        Map.of("ids", orders.stream().map(order -> order.id().value()).toList()),
        row -> {
          hashes.put(row.getString(1), row.getString(2));
        });
    List<Object[]> records = new ArrayList<>();
    List<Object[]> payloads = new ArrayList<>();
    List<Long> ids = numbers("sync_record_seq", orders.size(), NUMBERS_AT_ONCE);
    for (SalesOrder order : orders) {
      String content = json.write(order);
      String hash = DocumentJson.hash(content);
      if (hash.equals(hashes.get(order.id().value()))) {
        continue;
      }
      long id = ids.get(records.size());
      int units = order.lines().stream().mapToInt(SalesOrder.Line::quantity).sum();
      records.add(
          new Object[] {
            id,
            order.id().value(),
            units + " units, " + order.salesChannel() + ", unshipped",
            hash,
            Timestamp.from(order.modified().orElseThrow()),
            Timestamp.from(order.created()),
            Timestamp.from(order.shipBy().orElseThrow()),
            order.total()
          });
      payloads.add(new Object[] {id, closed.close(content)});
    }
    jdbc.batchUpdate(
        "insert into sync_record (id, store_entity_id, external_id, status, description,"
            + " content_hash, content_version, external_modified, external_created, due_by, amount,"
            + " currency, attempts, last_operation, changed_since_skipped, created_at, changed_at,"
            + " version) values (?, 1, ?, 'PREPARED', ?, ?, 1, ?, ?, ?, ?, 'USD', 0,"
            + " 'MODIFIED_EXTERNALLY', false, now(), now(), 1)",
        records);
    jdbc.batchUpdate("insert into sync_payload (record_id, document) values (?, ?)", payloads);
  }

  private List<Long> numbers(String sequence, int count, int increment) {
    List<Long> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      long end = jdbc.queryForObject("select nextval('" + sequence + "')", Long.class);
      for (long number = end - increment + 1; number <= end; number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** The next records of the queue, for readers that have no page reader of their own. */
  List<Waiting> waiting(long after, int count) {
    return jdbc.query(
        SELECT + " " + FROM + " " + WHERE + " and p.record_id > ? order by p.record_id limit ?",
        ROWS,
        after,
        count);
  }

  Ready open(Waiting waiting) {
    return new Ready(waiting.id(), json.read(closed.open(waiting.document()), SalesOrder.class));
  }

  /** Writes what records of the queue say into the books, and what came of it. */
  void write(long run, List<? extends Ready> ready) {
    Timestamp began = Timestamp.from(Instant.now());
    Map<String, Long> items = items(ready);
    List<Ready> writable = new ArrayList<>();
    List<Object[]> failed = new ArrayList<>();
    for (Ready one : ready) {
      if (one.order().lines().stream().allMatch(line -> items.containsKey(line.sku()))) {
        writable.add(one);
      } else {
        failed.add(new Object[] {"Order " + one.order().id() + " can't be taken", one.id()});
      }
    }
    List<Object[]> done = insert(writable, items);
    jdbc.batchUpdate(
        "update sync_record set local_id = ?, unique_local_id = ?, status = 'PROCESSED',"
            + " last_operation = 'INSERTED_LOCALLY', last_message = null, next_attempt_at = null,"
            + " attempts = 0, last_attempt_at = now(), last_synchronized_at = now(),"
            + " local_modified = now(), local_created = now(), changed_at = now(), version = version"
            + " + 1 where id = ?",
        done);
    jdbc.batchUpdate(
        "update sync_record set status = 'FAILED', last_operation = 'FAILED_TO_SAVE_LOCALLY',"
            + " last_message = ?, next_attempt_at = now() + interval '1' minute, attempts ="
            + " attempts + 1, last_attempt_at = now(), changed_at = now(), version = version + 1"
            + " where id = ?",
        failed);
    List<Long> numbers = numbers("sync_attempt_seq", ready.size(), NUMBERS_AT_ONCE);
    List<Object[]> attempts = new ArrayList<>();
    for (Object[] one : done) {
      attempts.add(
          new Object[] {
            numbers.get(attempts.size()), one[2], run, began, "PROCESSED", "INSERTED_LOCALLY", null
          });
    }
    for (Object[] one : failed) {
      attempts.add(
          new Object[] {
            numbers.get(attempts.size()),
            one[1],
            run,
            began,
            "FAILED",
            "FAILED_TO_SAVE_LOCALLY",
            one[0]
          });
    }
    jdbc.batchUpdate(
        "insert into sync_attempt (id, record_id, run_id, node, started_at, duration_ms, status,"
            + " operation, message) values (?, ?, ?, 'spring', ?, 0, ?, ?, ?)",
        attempts);
    jdbc.update(
        "update run set processed = processed + ?, failed = failed + ?, changed_at = now(), version"
            + " = version + 1 where id = ?",
        done.size(),
        failed.size(),
        run);
  }

  private Map<String, Long> items(List<? extends Ready> ready) {
    Map<String, Long> items = new HashMap<>();
    named.query(
        "select item_id, id from item where item_key in (:keys)",
        Map.of(
            "keys",
            ready.stream()
                .flatMap(one -> one.order().lines().stream())
                .map(line -> line.sku().toLowerCase(Locale.ROOT))
                .distinct()
                .toList()),
        row -> {
          items.put(row.getString(1), row.getLong(2));
        });
    return items;
  }

  /** The orders that are there stay; answers number, number and record of each new one. */
  private List<Object[]> insert(List<Ready> ready, Map<String, Long> items) {
    List<Object[]> done = new ArrayList<>();
    if (ready.isEmpty()) {
      return done;
    }
    List<String> there =
        named.queryForList(
            "select amazon_order_id from sales_order where store_id = 1 and amazon_order_id in"
                + " (:ids)",
            Map.of("ids", ready.stream().map(one -> one.order().id().value()).toList()),
            String.class);
    if (!there.isEmpty()) {
      throw new IllegalStateException("Orders are there already: " + there.size());
    }
    List<Long> counts =
        jdbc.queryForList(
            "select nextval('sales_order_number_seq') from generate_series(1, ?)",
            Long.class,
            ready.size());
    List<Long> ids = numbers("sales_order_seq", ready.size(), NUMBERS_AT_ONCE);
    int lineCount = ready.stream().mapToInt(one -> one.order().lines().size()).sum();
    List<Long> lineIds = numbers("sales_order_line_seq", lineCount, 1000);
    List<Object[]> orders = new ArrayList<>();
    List<Object[]> lines = new ArrayList<>();
    for (Ready one : ready) {
      SalesOrder order = one.order();
      long id = ids.get(orders.size());
      String number = "SO%06d".formatted(counts.get(orders.size()));
      done.add(new Object[] {number, number, one.id()});
      orders.add(
          new Object[] {
            id,
            number,
            order.id().value(),
            Timestamp.from(order.created()),
            Date.valueOf(order.created().atZone(ZoneOffset.UTC).toLocalDate()),
            Timestamp.from(order.shipBy().orElseThrow()),
            Timestamp.from(order.deliverBy().orElseThrow()),
            order.serviceLevel(),
            order.marketplace(),
            order.salesChannel(),
            closed.close(json.write(order.buyer().orElseThrow())),
            closed.close(json.write(order.shipTo().orElseThrow())),
            order.currency(),
            order.otherCharges(),
            order.total()
          });
      int lineNumber = 0;
      for (SalesOrder.Line line : order.lines()) {
        lineNumber++;
        lines.add(
            new Object[] {
              lineIds.get(lines.size()),
              id,
              lineNumber,
              line.id(),
              items.get(line.sku()),
              line.sku(),
              line.asin(),
              line.title(),
              line.quantity(),
              line.quantity(),
              line.shipped(),
              line.unitPrice().orElse(null),
              line.items(),
              line.shipping(),
              line.giftWrap(),
              line.discount(),
              line.tax(),
              line.other(),
              line.total()
            });
      }
    }
    jdbc.batchUpdate(
        "insert into sales_order (id, number, type, status, store_id, store_name, amazon_order_id,"
            + " ordered_at, business_date, ship_by, deliver_by, service_level, marketplace,"
            + " sales_channel, buyer, ship_to, currency, other_charges, total, created_at,"
            + " changed_at, version) values (?, ?, 'SALES_ORDER', 'OPEN', 1, 'Floor', ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), now(), 1)",
        orders);
    jdbc.batchUpdate(
        "insert into sales_order_line (id, sales_order, line_number, amazon_line_id, item, sku,"
            + " asin, title, quantity, sku_quantity, sku_shipped, unit_price, items_amount,"
            + " shipping, gift_wrap, discount, tax, other, total) values (?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        lines);
    return done;
  }
}
