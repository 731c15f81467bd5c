package org.storesync.benchmark;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemReader;
import org.springframework.batch.item.database.JdbcPagingItemReader;
import org.springframework.batch.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.storesync.benchmark.memory.InventedOrders;
import org.storesync.kind.salesorder.SalesOrder;
import org.storesync.platform.json.DocumentJson;

/**
 * The same work as jobs of Spring Batch, as its documentation recommends: chunks, a paging reader
 * with the chunk's size as page size, statements in batches that the driver rewrites, its job
 * repository in the same database, one connection that is kept. It claims nothing, since a step has
 * no second worker here, and has no leases and no list of records that are left.
 */
final class SpringBatchContestant implements Contestant {

  private static final int NUMBERS_AT_ONCE = 500;

  private final BenchmarkDatabase database;
  private final int page;
  private final int chunk;
  private final SingleConnectionDataSource dataSource;
  private final JdbcTransactionManager transactions;
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final JobRepository repository;
  private final TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
  private final DocumentJson json = new DocumentJson();
  private final ClosedText closed = new ClosedText();
  private long nextRun = 1;

  /** A record of the queue with its document, still closed. */
  private record Waiting(long id, byte[] document) {}

  /** A record of the queue with its document. */
  private record Ready(long id, SalesOrder order) {}

  SpringBatchContestant(BenchmarkDatabase database, int page, int chunk) {
    this.database = database;
    this.page = page;
    this.chunk = chunk;
    database.migrate();
    database.addItems();
    database.openStore();
    dataSource =
        new SingleConnectionDataSource(
            database.url() + "?reWriteBatchedInserts=true", database.user(), database.user(), true);
    new ResourceDatabasePopulator(
            new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"))
        .execute(dataSource);
    transactions = new JdbcTransactionManager(dataSource);
    jdbc = new JdbcTemplate(dataSource);
    named = new NamedParameterJdbcTemplate(jdbc);
    try {
      JobRepositoryFactoryBean repositories = new JobRepositoryFactoryBean();
      repositories.setDataSource(dataSource);
      repositories.setTransactionManager(transactions);
      repositories.afterPropertiesSet();
      repository = repositories.getObject();
      launcher.setJobRepository(repository);
      launcher.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "Spring Batch";
  }

  private Duration run(String name, Step step) {
    Instant begin = Instant.now();
    try {
      JobExecution execution =
          launcher.run(
              new JobBuilder(name, repository).start(step).build(),
              new JobParametersBuilder().addLong("run", nextRun++).toJobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw new IllegalStateException(execution.toString());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return Duration.between(begin, Instant.now());
  }

  // --- prepare ---

  @Override
  public Duration prepare(int from, int count, int badEach) {
    PrimitiveIterator.OfInt numbers = IntStream.range(from, from + count).iterator();
    ItemReader<SalesOrder> reader =
        () -> {
          if (!numbers.hasNext()) {
            return null;
          }
          int number = numbers.nextInt();
          return InventedOrders.order(number, badEach > 0 && number % badEach == 0);
        };
    return run(
        "prepare",
        new StepBuilder("prepare", repository)
            .<SalesOrder, SalesOrder>chunk(page, transactions)
            .reader(reader)
            .writer(this::store)
            .build());
  }

  private void store(Chunk<? extends SalesOrder> orders) {
    Map<String, String> hashes = new HashMap<>();
    named.query(
        "select external_id, content_hash from sync_record where store_entity_id = 1 and"
            + " external_id in (:ids)",
        Map.of("ids", orders.getItems().stream().map(order -> order.id().value()).toList()),
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

  // --- process ---

  @Override
  public Duration process() {
    long run = nextRun++;
    database.newRun(run, "PROCESS");
    JdbcPagingItemReader<Waiting> reader =
        new JdbcPagingItemReaderBuilder<Waiting>()
            .name("waiting")
            .dataSource(dataSource)
            .selectClause("select p.record_id, p.document")
            .fromClause("from sync_record r join sync_payload p on p.record_id = r.id")
            .whereClause("where r.store_entity_id = 1 and r.status in ('PREPARED', 'FAILED')")
            .sortKeys(Map.of("record_id", org.springframework.batch.item.database.Order.ASCENDING))
            .rowMapper((row, number) -> new Waiting(row.getLong(1), row.getBytes(2)))
            .pageSize(chunk)
            .fetchSize(chunk)
            .build();
    try {
      reader.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return run(
        "process",
        new StepBuilder("process", repository)
            .<Waiting, Ready>chunk(chunk, transactions)
            .reader(reader)
            .processor(
                waiting ->
                    new Ready(
                        waiting.id(), json.read(closed.open(waiting.document()), SalesOrder.class)))
            .writer(ready -> write(run, ready))
            .build());
  }

  private void write(long run, Chunk<? extends Ready> chunkOfReady) {
    Timestamp began = Timestamp.from(Instant.now());
    List<? extends Ready> ready = chunkOfReady.getItems();
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

  @Override
  public long orders() {
    return database.number("select count(*) from sales_order");
  }

  @Override
  public void close() {
    dataSource.destroy();
  }
}
