package org.storesync.benchmark;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.BatchStatus;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jberet.job.model.Job;
import org.jberet.job.model.JobBuilder;
import org.jberet.job.model.StepBuilder;
import org.jberet.operations.JobOperatorImpl;
import org.jberet.repository.JdbcRepository;
import org.jberet.runtime.JobExecutionImpl;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.storesync.benchmark.memory.InventedOrders;
import org.storesync.kind.salesorder.SalesOrder;

/**
 * The same work as jobs of Jakarta Batch, run by JBeret: chunk steps whose item count is the size
 * of a chunk, a reader that reads as many at once, its job repository in the same database, and one
 * connection for the work and one for the repository, which are kept. A chunk is one transaction of
 * the connection. The statements are those of Spring Batch.
 */
final class JakartaBatchContestant implements Contestant {

  private final BenchmarkDatabase database;
  private final int page;
  private final int chunk;
  private final SingleConnectionDataSource work;
  private final SingleConnectionDataSource records;
  private final BatchedStatements statements;
  private final JakartaBatchEnvironment environment;
  private final JobOperatorImpl operator;
  private long nextRun = 1;

  JakartaBatchContestant(BenchmarkDatabase database, int page, int chunk) {
    this.database = database;
    this.page = page;
    this.chunk = chunk;
    database.migrate();
    database.addItems();
    database.openStore();
    work = connection();
    records = connection();
    statements = new BatchedStatements(work);
    environment =
        new JakartaBatchEnvironment(new ConnectionTransactions(work), new JdbcRepository(records));
    operator = new JobOperatorImpl(environment);
  }

  private SingleConnectionDataSource connection() {
    return new SingleConnectionDataSource(
        database.url() + "?reWriteBatchedInserts=true", database.user(), database.user(), true);
  }

  @Override
  public String name() {
    return "Jakarta Batch (JBeret)";
  }

  private Duration run(Job job) {
    Instant begin = Instant.now();
    JobExecutionImpl execution =
        (JobExecutionImpl) operator.getJobExecution(operator.start(job, new Properties()));
    try {
      execution.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (execution.getBatchStatus() != BatchStatus.COMPLETED) {
      throw new IllegalStateException(execution.toString());
    }
    return Duration.between(begin, Instant.now());
  }

  private static Job job(String name, StepBuilder step) {
    return new JobBuilder(name).step(step.build()).build();
  }

  @Override
  public Duration prepare(int from, int count, int badEach) {
    environment.offer("orders", new Orders(from, count, badEach));
    environment.offer("queue", new Writer<SalesOrder>(statements::store));
    return run(
        job(
            "prepare",
            new StepBuilder("prepare-chunks").reader("orders").writer("queue").itemCount(page)));
  }

  @Override
  public Duration process() {
    long run = nextRun++;
    database.newRun(run, "PROCESS");
    environment.offer("waiting", new WaitingRecords());
    environment.offer(
        "open", (ItemProcessor) item -> statements.open((BatchedStatements.Waiting) item));
    environment.offer(
        "books", new Writer<BatchedStatements.Ready>(ready -> statements.write(run, ready)));
    return run(
        job(
            "process",
            new StepBuilder("process-chunks")
                .reader("waiting")
                .processor("open")
                .writer("books")
                .itemCount(chunk)));
  }

  /** The orders that the marketplace has. */
  private static final class Orders extends AbstractItemReader {

    private final int end;
    private final int badEach;
    private int next;

    Orders(int from, int count, int badEach) {
      this.next = from;
      this.end = from + count;
      this.badEach = badEach;
    }

    @Override
    public SalesOrder readItem() {
      if (next == end) {
        return null;
      }
      int number = next++;
      return InventedOrders.order(number, badEach > 0 && number % badEach == 0);
    }

    @Override
    public Serializable checkpointInfo() {
      return next;
    }
  }

  /** The records of the queue, a chunk at a time. */
  private final class WaitingRecords extends AbstractItemReader {

    private final Queue<BatchedStatements.Waiting> read = new ArrayDeque<>();
    private long last;

    @Override
    public BatchedStatements.Waiting readItem() {
      if (read.isEmpty()) {
        read.addAll(statements.waiting(last, chunk));
      }
      BatchedStatements.Waiting next = read.poll();
      if (next != null) {
        last = next.id();
      }
      return next;
    }

    @Override
    public Serializable checkpointInfo() {
      return last;
    }
  }

  /** Hands a chunk on. */
  private static final class Writer<T> extends AbstractItemWriter {

    private final Consumer<List<T>> to;

    Writer(Consumer<List<T>> to) {
      this.to = to;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void writeItems(List<Object> items) {
      to.accept((List<T>) items);
    }
  }

  @Override
  public long orders() {
    return database.number("select count(*) from sales_order");
  }

  @Override
  public void close() {
    environment.close();
    work.destroy();
    records.destroy();
  }
}
