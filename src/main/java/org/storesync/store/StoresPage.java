package org.storesync.store;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.ConnectorSetting.Choice;
import org.storesync.connector.Connectors;
import org.storesync.connector.SettingType;
import org.storesync.connector.Side;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;

/** The list on the page Stores; one store of it is shown by {@link StorePage}. */
@Named
@ViewScoped
public class StoresPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Stores stores;
  @Inject private StoreDesk desk;
  @Inject private Connectors connectors;
  @Inject private Language language;
  @Inject private PageMessages messages;

  private List<StoreDetails> all;

  /** Lets a store take no part, or part again. */
  public void switchActive(StoreDetails chosen) {
    if (chosen.active()) {
      show(() -> desk.deactivate(chosen.id(), language.getLocale()), "store.deactivated");
    } else {
      show(() -> desk.activate(chosen.id()), "store.activated");
    }
  }

  /** Makes a store the one that is preset everywhere. */
  public void makeDefault(StoreDetails chosen) {
    show(() -> desk.makeDefault(chosen.id(), language.getLocale()), "store.madeDefault");
  }

  private void show(Supplier<StoreChange> deed, String doneKey) {
    try {
      StoreChange change = deed.get();
      if (change instanceof StoreChange.Done done) {
        messages.inform(doneKey, done.name());
      } else if (change instanceof StoreChange.Refused refused) {
        refused.problems().values().forEach(messages::failInWords);
      }
    } catch (StoreChangedMeanwhile quicker) {
      messages.fail("store.storesChangedMeanwhile");
    }
    all = null;
  }

  /** The stores of the list. */
  public List<StoreDetails> getAll() {
    if (all == null) {
      all = stores.allDetails();
    }
    return all;
  }

  /** The name of a side's system for people. */
  public String systemCaption(StoreDetails listed, Side side) {
    String system = listed.connection(side).system();
    return connectors.find(system).map(found -> found.caption(language.getLocale())).orElse(system);
  }

  /** What was chosen for the marketplace of a store: its region and marketplaces. */
  public String choicesOf(StoreDetails listed) {
    ShownConnection shown = listed.connection(Side.MARKETPLACE);
    return connectors
        .find(shown.system())
        .map(
            connector ->
                connector.settings().stream()
                    .filter(setting -> shown.settings().containsKey(setting.key()))
                    .filter(StoresPage::tellsWhere)
                    .map(setting -> labels(setting, shown.settings().get(setting.key())))
                    .collect(Collectors.joining(" · ")))
        .orElse("");
  }

  private static boolean tellsWhere(ConnectorSetting setting) {
    return ConnectorSettings.groups(setting) || setting.type() == SettingType.CHOICES;
  }

  private static String labels(ConnectorSetting setting, String value) {
    List<String> chosen =
        setting.type() == SettingType.CHOICES ? Arrays.asList(value.split(",")) : List.of(value);
    return setting.choices().stream()
        .filter(choice -> chosen.contains(choice.value()))
        .map(Choice::label)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
