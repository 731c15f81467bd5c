package org.storesync.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries each cell once. Arquillian lets the server run all invocations of a parameterized test for
 * each single one that it reports; the others hear again what came of it.
 */
@ApplicationScoped
class TriedCells {

  @Inject private StoredRecords records;

  private final Map<String, Optional<AssertionError>> outcomes = new ConcurrentHashMap<>();

  void once(RecordCells.Cell cell) {
    outcomes
        .computeIfAbsent(cell.name(), name -> attempt(cell))
        .ifPresent(
            failed -> {
              throw new AssertionError(cell.name(), failed);
            });
  }

  private Optional<AssertionError> attempt(RecordCells.Cell cell) {
    try {
      cell.story().accept(records.next());
      return Optional.empty();
    } catch (AssertionError failed) {
      return Optional.of(failed);
    } catch (RuntimeException broken) {
      return Optional.of(new AssertionError(broken));
    }
  }
}
