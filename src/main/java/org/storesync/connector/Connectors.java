package org.storesync.connector;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The systems that are there, and who reads and writes what in each. Everything is found by type;
 * two beans for the same place stop the start-up.
 */
@ApplicationScoped
public class Connectors {

  @Inject @Any private Instance<Connector> connectorBeans;
  @Inject @Any private Instance<EntitySource<? extends Document>> sourceBeans;
  @Inject @Any private Instance<EntityTarget<? extends Document>> targetBeans;

  private final Map<String, Connector> connectors = new HashMap<>();
  private final Map<Cell, EntitySource<?>> sources = new HashMap<>();
  private final Map<Cell, EntityTarget<?>> targets = new HashMap<>();

  private record Cell(String system, Class<?> documentClass) {}

  @PostConstruct
  void collect() {
    connectorBeans.forEach(connector -> add(connectors, connector.key(), connector));
    sourceBeans.forEach(
        source -> add(sources, new Cell(source.system(), source.documentClass()), source));
    targetBeans.forEach(
        target -> add(targets, new Cell(target.system(), target.documentClass()), target));
  }

  /** Collects when the application starts, so that a conflict shows then and not at night. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  private static <K, V> void add(Map<K, V> catalogue, K key, V bean) {
    V other = catalogue.putIfAbsent(key, bean);
    if (other != null) {
      throw new IllegalStateException(
          "%s and %s both serve %s; only one may."
              .formatted(other.getClass().getName(), bean.getClass().getName(), key));
    }
  }

  /** All systems of one side, by key. */
  public List<Connector> of(Side side) {
    return connectors.values().stream()
        .filter(connector -> connector.side() == side)
        .sorted(Comparator.comparing(Connector::key))
        .toList();
  }

  public Optional<Connector> find(String key) {
    return Optional.ofNullable(connectors.get(key));
  }

  /**
   * @throws ConnectorFailure.Misconfigured if the system is no longer there
   */
  public Connector get(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new ConnectorFailure.Misconfigured(
                    "This server has no connector named %s.".formatted(key)));
  }

  /** Who reads such documents in the system; absent if it can't tell about them. */
  @SuppressWarnings("unchecked")
  public <D extends Document> Optional<EntitySource<D>> source(
      String system, Class<D> documentClass) {
    return Optional.ofNullable((EntitySource<D>) sources.get(new Cell(system, documentClass)));
  }

  /** Who writes such documents in the system; absent if it can't take them. */
  @SuppressWarnings("unchecked")
  public <D extends Document> Optional<EntityTarget<D>> target(
      String system, Class<D> documentClass) {
    return Optional.ofNullable((EntityTarget<D>) targets.get(new Cell(system, documentClass)));
  }

  /** The oldest instant that any source of the system can be asked for; absent if it has none. */
  public Optional<Instant> earliest(String system, StoreAccess store) {
    return sources.entrySet().stream()
        .filter(source -> source.getKey().system().equals(system))
        .map(source -> source.getValue().limits(store).earliest())
        .min(Comparator.naturalOrder());
  }
}
