package org.storesync.connector.local;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.storesync.backoffice.Items;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;
import org.storesync.platform.text.RoomTexts;

/** The built-in back office. It lives in our own database, so it has nothing to set. */
@ApplicationScoped
class LocalConnector implements Connector {

  static final String KEY = "local";

  private static final RoomTexts TEXTS = RoomTexts.of(LocalConnector.class);

  @Inject private Items items;

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
    return TEXTS.text(language, "caption");
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of();
  }

  @Override
  public String text(Locale language, String key) {
    return TEXTS.text(language, key);
  }

  @Override
  public Map<String, String> problems(Locale language, Map<String, String> settings) {
    return Map.of();
  }

  @Override
  public List<ConnectionCheck> test(Locale language, StoreAccess store) {
    return List.of(
        ConnectionCheck.passed(
            TEXTS.text(language, "check.items"),
            TEXTS.text(language, "check.items.found", items.count())));
  }
}
