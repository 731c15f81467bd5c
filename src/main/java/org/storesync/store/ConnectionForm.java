package org.storesync.store;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting.Choice;
import org.storesync.connector.SettingType;
import org.storesync.connector.Side;

/** One side of a store on the form: drawn from what its connector asks for. */
public class ConnectionForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String caption;
  private final boolean missing;
  private final List<String> guide;
  private final List<SettingField> fields;

  private ConnectionForm(
      String caption, boolean missing, List<String> guide, List<SettingField> fields) {
    this.caption = caption;
    this.missing = missing;
    this.guide = guide;
    this.fields = fields;
  }

  /** The form with what is stored. */
  static ConnectionForm of(Side side, Connector connector, ShownConnection shown, Locale language) {
    return new ConnectionForm(
        connector.caption(language),
        false,
        List.copyOf(connector.guide(language)),
        connector.settings().stream()
            .map(setting -> setting.withLabels(choice -> connector.choiceText(language, choice)))
            .map(setting -> new SettingField(side, connector, setting, shown, language))
            .toList());
  }

  /** The empty form, with the connector's defaults. */
  static ConnectionForm empty(Side side, Connector connector, Locale language) {
    return of(side, connector, new ShownConnection(connector.key(), Map.of(), Set.of()), language);
  }

  /** The form of a system that this server no longer has: nothing can be entered. */
  static ConnectionForm missing(String system) {
    return new ConnectionForm(system, true, List.of(), List.of());
  }

  /** The system's name for people; its key if the system is no longer there. */
  public String getCaption() {
    return caption;
  }

  public boolean isMissing() {
    return missing;
  }

  /** How to get what is asked for, step by step. */
  public List<String> getGuide() {
    return guide;
  }

  /** What everybody must look at. */
  public List<SettingField> getFields() {
    return fields.stream().filter(field -> field.getType() != SettingType.ADDRESS).toList();
  }

  /** What only test servers and sandboxes need. */
  public List<SettingField> getAddresses() {
    return fields.stream().filter(field -> field.getType() == SettingType.ADDRESS).toList();
  }

  /** What can be chosen in this field now. */
  public List<Choice> offered(SettingField field) {
    String group =
        fields.stream()
            .filter(SettingField::isGrouping)
            .map(SettingField::entry)
            .findFirst()
            .orElse("");
    return ConnectorSettings.offered(field.setting(), group);
  }

  /** After another group was chosen: what is no longer offered is no longer chosen. */
  public void regroup() {
    fields.forEach(field -> field.keepOnly(offered(field).stream().map(Choice::value).toList()));
  }

  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    fields.forEach(field -> entries.put(field.getKey(), field.entry()));
    return entries;
  }
}
