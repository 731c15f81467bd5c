package org.storesync.kind;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storesync.connector.Document;

/** All kinds of entity that are there, found by type, in sync order. */
@ApplicationScoped
public class EntityKinds {

  @Inject @Any private Instance<EntityKind<? extends Document>> beans;

  private final Map<String, EntityKind<?>> byCode = new TreeMap<>();

  @PostConstruct
  void collect() {
    for (EntityKind<?> kind : beans) {
      EntityKind<?> other = byCode.putIfAbsent(kind.code(), kind);
      if (other != null) {
        throw new IllegalStateException(
            "%s and %s both call themselves %s; only one may."
                .formatted(other.getClass().getName(), kind.getClass().getName(), kind.code()));
      }
    }
  }

  /** All kinds, in sync order. */
  public List<EntityKind<?>> all() {
    return byCode.values().stream()
        .<EntityKind<?>>map(kind -> kind)
        .sorted(Comparator.comparingInt(EntityKind<?>::syncOrder))
        .toList();
  }

  /** The kind; absent if it is not part of this server (any more). */
  public Optional<EntityKind<?>> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
