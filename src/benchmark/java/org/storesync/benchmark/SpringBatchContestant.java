package org.storesync.benchmark;

import java.time.Duration;
import java.time.Instant;
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
import org.springframework.batch.item.ItemReader;
import org.springframework.batch.item.database.JdbcPagingItemReader;
import org.springframework.batch.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.storesync.benchmark.memory.InventedOrders;
import org.storesync.kind.salesorder.SalesOrder;

/**
 * The same work as jobs of Spring Batch, as its documentation recommends: chunks, a paging reader
 * with the chunk's size as page size, statements in batches that the driver rewrites, its job
 * repository in the same database, one connection that is kept. It claims nothing, since a step has
 * no second worker here, and has no leases and no list of records that are left.
 */
final class SpringBatchContestant implements Contestant {

  private final BenchmarkDatabase database;
  private final int page;
  private final int chunk;
  private final SingleConnectionDataSource dataSource;
  private final JdbcTransactionManager transactions;
  private final BatchedStatements statements;
  private final JobRepository repository;
  private final TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
  private long nextRun = 1;

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
    statements = new BatchedStatements(dataSource);
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
            .writer(orders -> statements.store(orders.getItems()))
            .build());
  }

  // --- process ---

  @Override
  public Duration process() {
    long run = nextRun++;
    database.newRun(run, "PROCESS");
    JdbcPagingItemReader<BatchedStatements.Waiting> reader =
        new JdbcPagingItemReaderBuilder<BatchedStatements.Waiting>()
            .name("waiting")
            .dataSource(dataSource)
            .selectClause(BatchedStatements.SELECT)
            .fromClause(BatchedStatements.FROM)
            .whereClause(BatchedStatements.WHERE)
            .sortKeys(Map.of("record_id", org.springframework.batch.item.database.Order.ASCENDING))
            .rowMapper(BatchedStatements.ROWS)
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
            .<BatchedStatements.Waiting, BatchedStatements.Ready>chunk(chunk, transactions)
            .reader(reader)
            .processor(statements::open)
            .writer(ready -> statements.write(run, ready.getItems()))
            .build());
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
