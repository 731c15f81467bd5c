package org.storesync.benchmark.memory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;

/** The marketplace in memory as a connector: it has nothing to set. */
@ApplicationScoped
class MemoryConnector implements Connector {

  static final String KEY = "memory";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Side side() {
    return Side.MARKETPLACE;
  }

  @Override
  public String caption(Locale language) {
    return "Memory";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of();
  }

  @Override
  public String text(Locale language, String key) {
    return key;
  }

  @Override
  public Map<String, String> problems(Locale language, Map<String, String> settings) {
    return Map.of();
  }

  @Override
  public List<ConnectionCheck> test(Locale language, StoreAccess store) {
    return List.of(ConnectionCheck.passed("Memory", "It answers."));
  }
}
