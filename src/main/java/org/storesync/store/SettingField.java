package org.storesync.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.SettingType;
import org.storesync.connector.Side;

/** One setting of a connector on the form, with what is entered in it. */
public class SettingField implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ConnectorSetting setting;
  private final String name;
  private final boolean stored;
  private final String label;
  private final String help;
  private String value = "";
  private List<String> values = new ArrayList<>();

  SettingField(
      Side side,
      Connector connector,
      ConnectorSetting setting,
      ShownConnection shown,
      Locale language) {
    this.setting = setting;
    this.name = StoreForm.field(side, setting.key());
    this.stored = shown.hasSecret(setting.key());
    this.label = connector.text(language, "setting." + setting.key());
    this.help = connector.text(language, "setting." + setting.key() + ".help");
    String entry = shown.settings().getOrDefault(setting.key(), setting.defaultValue());
    if (setting.type() == SettingType.CHOICES) {
      values = new ArrayList<>(Arrays.asList(entry.split(",")));
    } else {
      value = entry;
    }
  }

  /** Its name among the problems of a refused change. */
  public String getName() {
    return name;
  }

  public String getKey() {
    return setting.key();
  }

  public SettingType getType() {
    return setting.type();
  }

  public boolean isRequired() {
    return setting.required();
  }

  /** Whether the choices of other fields depend on this one. */
  public boolean isGrouping() {
    return ConnectorSettings.groups(setting);
  }

  /** Whether it is a secret that is there already. */
  public boolean isStored() {
    return stored;
  }

  public String getLabel() {
    return label;
  }

  public String getHelp() {
    return help;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  public List<String> getValues() {
    return values;
  }

  public void setValues(List<String> values) {
    this.values = values;
  }

  ConnectorSetting setting() {
    return setting;
  }

  void keepOnly(List<String> offered) {
    // Faces makes a list of the same class for the next choice: it must be one that can grow.
    values = new ArrayList<>(values);
    values.retainAll(offered);
  }

  /** What was entered, as it is stored. */
  String entry() {
    if (setting.type() == SettingType.CHOICES) {
      return String.join(",", values);
    }
    return value == null ? "" : value;
  }
}
