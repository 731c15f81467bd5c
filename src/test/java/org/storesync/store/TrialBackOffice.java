package org.storesync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorFailure;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;

/** A back office that asks for nothing and can't be reached. */
@ApplicationScoped
public class TrialBackOffice implements Connector {

  static final String KEY = "trialbackoffice";

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
    return "Trial back office";
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
    throw new ConnectorFailure.Misconfigured("The trial back office has no address.");
  }
}
