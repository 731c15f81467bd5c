package org.storesync.extension.farbooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;

/** A remote back office of the tests as a connector: it has nothing to set. */
@ApplicationScoped
class FarBooksConnector implements Connector {

  static final String KEY = "farbooks";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Side side() {
    return Side.BACK_OFFICE;
  }

  @Override
  public String caption(Locale language) {
    return "Far books";
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
    return List.of(ConnectionCheck.passed("Far books", "It is open."));
  }
}
