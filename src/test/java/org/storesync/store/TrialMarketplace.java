package org.storesync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.ConnectorSetting.Choice;
import org.storesync.connector.SettingType;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;

/** A marketplace that asks for a setting of every type. */
@ApplicationScoped
public class TrialMarketplace implements Connector {

  static final String KEY = "trialmarketplace";

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
    return "Trial marketplace";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.text("clientId", true),
        ConnectorSetting.secret("clientSecret"),
        new ConnectorSetting(
            "region",
            SettingType.CHOICE,
            true,
            "eu",
            List.of(new Choice("eu", "Europe", ""), new Choice("na", "North America", ""))),
        new ConnectorSetting(
            "marketplaces",
            SettingType.CHOICES,
            true,
            "",
            List.of(
                new Choice("DE", "Germany", "eu"),
                new Choice("FR", "France", "eu"),
                new Choice("US", "United States", "na"))),
        ConnectorSetting.address("apiAddress"));
  }

  @Override
  public String text(Locale language, String key) {
    return key;
  }

  @Override
  public List<String> guide(Locale language) {
    return List.of("Open the developer console.", "Copy the client id.");
  }

  @Override
  public Map<String, String> problems(Locale language, Map<String, String> settings) {
    return settings.getOrDefault("clientId", "").contains(" ")
        ? Map.of("clientId", "A client id has no spaces.")
        : Map.of();
  }

  @Override
  public List<ConnectionCheck> test(Locale language, StoreAccess store) {
    return List.of(
        ConnectionCheck.passed("Sign-in", "The trial marketplace knows " + store.storeName()),
        ConnectionCheck.failed("Orders", "No orders may be read.", "Ask for the role."),
        ConnectionCheck.notRun("Quota"));
  }
}
