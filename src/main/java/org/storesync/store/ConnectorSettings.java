package org.storesync.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.ConnectorSetting.Choice;
import org.storesync.connector.SettingType;
import org.storesync.platform.text.RoomTexts;

/**
 * The settings of one side of a store together with the connector that they are for: how entries
 * become settings, and which of them may be shown.
 *
 * @param values secrets open
 */
record ConnectorSettings(Connector connector, Map<String, String> values) {

  /** Longer than any credential or address that a system hands out. */
  static final int GREATEST_LENGTH = 8_000;

  /** The setting on whose value the groups of choices depend. */
  private static final String GROUPING = "region";

  private static final RoomTexts TEXTS = RoomTexts.of(ConnectorSettings.class);

  /**
   * These settings with what was entered. Entries are stripped; a blank one means the default, or
   * nothing if there is none, but a blank secret stays what it is. What the connector does not ask
   * for is neither taken nor lost.
   */
  ConnectorSettings with(Map<String, String> entered) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    for (ConnectorSetting setting : connector.settings()) {
      String entry = entered.getOrDefault(setting.key(), "").strip();
      if (!entry.isEmpty()) {
        changed.put(setting.key(), entry);
      } else if (setting.type() != SettingType.SECRET) {
        enterDefault(setting, changed);
      }
    }
    return new ConnectorSettings(connector, changed);
  }

  private static void enterDefault(ConnectorSetting setting, Map<String, String> changed) {
    if (setting.defaultValue().isEmpty()) {
      changed.remove(setting.key());
    } else {
      changed.put(setting.key(), setting.defaultValue());
    }
  }

  /** What is wrong, a sentence by the key of the setting; empty if they can be stored. */
  Map<String, String> problems(Locale language) {
    Map<String, String> fromConnector = connector.problems(language, Map.copyOf(values));
    Map<String, String> problems = new LinkedHashMap<>();
    for (ConnectorSetting setting : connector.settings()) {
      Optional.ofNullable(fromConnector.get(setting.key()))
          .or(() -> problem(setting, language))
          .ifPresent(problem -> problems.put(setting.key(), problem));
    }
    fromConnector.forEach(problems::putIfAbsent);
    return problems;
  }

  /** What can be told without knowing the system. */
  private Optional<String> problem(ConnectorSetting setting, Locale language) {
    String caption = connector.text(language, "setting." + setting.key());
    String value = values.getOrDefault(setting.key(), "");
    if (value.isEmpty()) {
      return setting.required()
          ? Optional.of(TEXTS.text(language, "problem.required", caption))
          : Optional.empty();
    }
    if (value.length() > GREATEST_LENGTH) {
      return Optional.of(TEXTS.text(language, "problem.tooLong", caption, GREATEST_LENGTH));
    }
    return offered(setting).containsAll(chosen(setting, value))
        ? Optional.empty()
        : Optional.of(TEXTS.text(language, "problem.notOffered", caption));
  }

  private static List<String> chosen(ConnectorSetting setting, String value) {
    return switch (setting.type()) {
      case CHOICE -> List.of(value);
      case CHOICES -> Arrays.asList(value.split(","));
      case TEXT, SECRET, ADDRESS -> List.of();
    };
  }

  private Set<String> offered(ConnectorSetting setting) {
    return offered(setting, values.getOrDefault(GROUPING, "")).stream()
        .map(Choice::value)
        .collect(Collectors.toSet());
  }

  /**
   * The choices that are offered.
   *
   * @param group value of the setting that groups them
   */
  static List<Choice> offered(ConnectorSetting setting, String group) {
    return setting.choices().stream()
        .filter(choice -> choice.group().isEmpty() || choice.group().equals(group))
        .toList();
  }

  /** Whether the choices of other settings depend on this one. */
  static boolean groups(ConnectorSetting setting) {
    return setting.key().equals(GROUPING);
  }

  /** All that the connector asks for and that is no secret. */
  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (ConnectorSetting setting : connector.settings()) {
      if (setting.type() != SettingType.SECRET && values.containsKey(setting.key())) {
        shown.put(setting.key(), values.get(setting.key()));
      }
    }
    return shown;
  }

  /** Keys of the secrets that are there. */
  Set<String> secretsThere() {
    return connector.settings().stream()
        .filter(setting -> setting.type() == SettingType.SECRET)
        .map(ConnectorSetting::key)
        .filter(values::containsKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public String toString() {
    return "ConnectorSettings[" + connector.key() + "]";
  }
}
