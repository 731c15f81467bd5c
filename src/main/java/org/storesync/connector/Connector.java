package org.storesync.connector;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A system that StoreSync can speak to. Found as a bean; it says by itself what it must know of a
 * store, so that the Stores page draws itself.
 */
public interface Connector {

  /** Short, stable, lower case: it is stored with each store. */
  String key();

  Side side();

  /** The system's name for people. */
  String caption(Locale language);

  /** In the order in which they are asked for. */
  List<ConnectorSetting> settings();

  /** The text of one of its settings, see {@link ConnectorSetting}. */
  String text(Locale language, String key);

  /** What people read for one of the choices of a setting. */
  default String choiceText(Locale language, ConnectorSetting.Choice choice) {
    return choice.label();
  }

  /**
   * What is wrong with these settings, by the key of the setting; empty if they can be stored.
   *
   * @param settings all settings of the store, secrets included
   */
  Map<String, String> problems(Locale language, Map<String, String> settings);

  /**
   * How to get what the settings ask for, step by step, a sentence or two each; empty if the
   * settings speak for themselves.
   */
  default List<String> guide(Locale language) {
    return List.of();
  }

  /** Tries the connection step by step, in the order in which steps depend on each other. */
  List<ConnectionCheck> test(Locale language, StoreAccess store);
}
