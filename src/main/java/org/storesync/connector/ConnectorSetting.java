package org.storesync.connector;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * One thing that a connector must know of a store. The connector's texts name it under {@code
 * setting.<key>} and explain it under {@code setting.<key>.help}.
 *
 * @param key unique within the connector, for example {@code clientId}
 * @param defaultValue empty if there is none
 * @param choices what can be chosen; empty for types without choices
 */
public record ConnectorSetting(
    String key, SettingType type, boolean required, String defaultValue, List<Choice> choices)
    implements Serializable {

  public ConnectorSetting {
    choices = List.copyOf(choices);
  }

  /**
   * @param value what is stored
   * @param label what people read
   * @param group for {@link SettingType#CHOICES}: offered only while the setting named {@code
   *     region} has this value; empty: always offered
   */
  public record Choice(String value, String label, String group) implements Serializable {}

  /** The same with other words for its choices. */
  public ConnectorSetting withLabels(Function<Choice, String> labels) {
    return new ConnectorSetting(
        key,
        type,
        required,
        defaultValue,
        choices.stream()
            .map(choice -> new Choice(choice.value(), labels.apply(choice), choice.group()))
            .toList());
  }

  public static ConnectorSetting text(String key, boolean required) {
    return new ConnectorSetting(key, SettingType.TEXT, required, "", List.of());
  }

  public static ConnectorSetting secret(String key) {
    return new ConnectorSetting(key, SettingType.SECRET, true, "", List.of());
  }

  public static ConnectorSetting address(String key) {
    return new ConnectorSetting(key, SettingType.ADDRESS, false, "", List.of());
  }
}
