package org.storesync.benchmark;

import jakarta.transaction.TransactionManager;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jberet.repository.JobRepository;
import org.jberet.spi.ArtifactFactory;
import org.jberet.spi.BatchEnvironment;
import org.jberet.spi.JobTask;
import org.jberet.spi.JobXmlResolver;
import org.jberet.tools.ChainedJobXmlResolver;

/** What JBeret needs around it: a thread, transactions, its repository, and readers and writers. */
final class JakartaBatchEnvironment implements BatchEnvironment, ArtifactFactory, AutoCloseable {

  private final TransactionManager transactions;
  private final JobRepository repository;
  private final Map<String, Object> artifacts = new ConcurrentHashMap<>();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  JakartaBatchEnvironment(TransactionManager transactions, JobRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  /** What jobs find under this name from now on. */
  void offer(String name, Object artifact) {
    artifacts.put(name, artifact);
  }

  @Override
  public Object create(String name, Class<?> type, ClassLoader loader) {
    return artifacts.get(name);
  }

  @Override
  public void destroy(Object artifact) {
    // Nothing to give back: each job gets its own.
  }

  @Override
  public Class<?> getArtifactClass(String name, ClassLoader loader) {
    return artifacts.get(name).getClass();
  }

  @Override
  public ClassLoader getClassLoader() {
    return JakartaBatchEnvironment.class.getClassLoader();
  }

  @Override
  public ArtifactFactory getArtifactFactory() {
    return this;
  }

  @Override
  public void submitTask(JobTask task) {
    executor.execute(task);
  }

  @Override
  public TransactionManager getTransactionManager() {
    return transactions;
  }

  @Override
  public JobRepository getJobRepository() {
    return repository;
  }

  @Override
  public JobXmlResolver getJobXmlResolver() {
    return new ChainedJobXmlResolver();
  }

  @Override
  public Properties getBatchConfigurationProperties() {
    return new Properties();
  }

  @Override
  public String getApplicationName() {
    return "benchmark";
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
