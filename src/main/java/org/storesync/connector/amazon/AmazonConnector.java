package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.ConnectorSetting.Choice;
import org.storesync.connector.SettingType;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;
import org.storesync.platform.http.AddressPolicy;
import org.storesync.platform.text.RoomTexts;

/**
 * Amazon's Selling Partner API, reached with the merchant's own private application: client id,
 * client secret and refresh token are pasted, no browser authorization is needed.
 *
 * <p>Where no marketplace is chosen, none is sent: Amazon then answers for all marketplaces of the
 * seller account, so that no order can be missed by a forgotten choice.
 */
@ApplicationScoped
class AmazonConnector implements Connector {

  static final String KEY = "amazon";

  private static final RoomTexts TEXTS = RoomTexts.of(AmazonConnector.class);
  private static final int GUIDE_STEPS = 5;

  @Inject AddressPolicy addresses;
  @Inject AmazonConnectionChecks connectionChecks;

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
    return TEXTS.text(language, "caption");
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        new ConnectorSetting(
            AmazonAccess.REGION, SettingType.CHOICE, true, AmazonRegion.NA.name(), regions()),
        new ConnectorSetting(
            AmazonAccess.MARKETPLACE_IDS, SettingType.CHOICES, false, "", marketplaces()),
        ConnectorSetting.text(AmazonAccess.APPLICATION_ID, false),
        ConnectorSetting.text(AmazonAccess.CLIENT_ID, true),
        ConnectorSetting.secret(AmazonAccess.CLIENT_SECRET),
        ConnectorSetting.secret(AmazonAccess.REFRESH_TOKEN),
        new ConnectorSetting(
            AmazonAccess.PERSONAL_DATA,
            SettingType.CHOICE,
            false,
            AmazonAccess.YES,
            List.of(
                new Choice(AmazonAccess.YES, english(AmazonAccess.YES), ""),
                new Choice(AmazonAccess.NO, english(AmazonAccess.NO), ""))),
        ConnectorSetting.address(AmazonAccess.API_ENDPOINT),
        ConnectorSetting.address(AmazonAccess.TOKEN_ENDPOINT));
  }

  private static List<Choice> regions() {
    return Arrays.stream(AmazonRegion.values())
        .map(region -> new Choice(region.name(), english(region.name()), ""))
        .toList();
  }

  private static List<Choice> marketplaces() {
    return Arrays.stream(AmazonMarketplace.values())
        .map(
            marketplace ->
                new Choice(
                    marketplace.id(),
                    country(marketplace, Locale.ENGLISH),
                    marketplace.region().name()))
        .toList();
  }

  private static String country(AmazonMarketplace marketplace, Locale language) {
    return "%s (%s)".formatted(marketplace.country(language), marketplace.name());
  }

  private static String english(String value) {
    return TEXTS.text(Locale.ENGLISH, "choice." + value);
  }

  @Override
  public String choiceText(Locale language, Choice choice) {
    return AmazonMarketplace.find(choice.value())
        .map(marketplace -> country(marketplace, language))
        .orElseGet(() -> TEXTS.text(language, "choice." + choice.value()));
  }

  @Override
  public String text(Locale language, String key) {
    return TEXTS.text(language, key);
  }

  @Override
  public List<String> guide(Locale language) {
    return IntStream.rangeClosed(1, GUIDE_STEPS)
        .mapToObj(step -> TEXTS.text(language, "guide." + step))
        .toList();
  }

  @Override
  public Map<String, String> problems(Locale language, Map<String, String> settings) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (ConnectorSetting setting : settings()) {
      String value = settings.getOrDefault(setting.key(), "").trim();
      Optional<String> problem =
          value.isEmpty() ? missing(setting) : problem(setting, value, settings);
      problem.ifPresent(
          text -> problems.put(setting.key(), TEXTS.text(language, "problem." + text)));
    }
    return problems;
  }

  private static Optional<String> missing(ConnectorSetting setting) {
    return setting.required() ? Optional.of("missing." + setting.key()) : Optional.empty();
  }

  /** The key of the text that says what is wrong with a value that was given. */
  private Optional<String> problem(
      ConnectorSetting setting, String value, Map<String, String> settings) {
    return switch (setting.key()) {
      case AmazonAccess.REGION ->
          AmazonAccess.findRegion(value).isPresent() ? Optional.empty() : Optional.of("region");
      case AmazonAccess.MARKETPLACE_IDS -> marketplaceProblem(value, settings);
      case AmazonAccess.PERSONAL_DATA ->
          List.of(AmazonAccess.YES, AmazonAccess.NO).contains(value)
              ? Optional.empty()
              : Optional.of("personalData");
      case AmazonAccess.API_ENDPOINT, AmazonAccess.TOKEN_ENDPOINT ->
          addresses
              .problem(value)
              .map(problem -> "address." + problem.name().toLowerCase(Locale.ROOT));
      default -> value.matches("\\S+") ? Optional.empty() : Optional.of("space");
    };
  }

  private static Optional<String> marketplaceProblem(String value, Map<String, String> settings) {
    Optional<AmazonRegion> region =
        AmazonAccess.findRegion(settings.getOrDefault(AmazonAccess.REGION, ""));
    if (region.isEmpty()) {
      // The region's own problem says so; which marketplaces it has can't be told.
      return Optional.empty();
    }
    boolean allOfRegion =
        AmazonAccess.marketplaceIds(value).stream()
            .allMatch(
                id -> AmazonMarketplace.find(id).map(AmazonMarketplace::region).equals(region));
    return allOfRegion ? Optional.empty() : Optional.of("marketplaceIds");
  }

  @Override
  public List<ConnectionCheck> test(Locale language, StoreAccess store) {
    return connectionChecks.run(language, store, problems(language, store.settings()));
  }
}
