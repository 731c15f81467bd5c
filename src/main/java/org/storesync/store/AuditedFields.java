package org.storesync.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.storesync.audit.AuditChanges;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting;
import org.storesync.connector.Connectors;
import org.storesync.connector.SettingType;
import org.storesync.connector.Side;

/**
 * A store's fields as they were at one moment, for the audit trail. Never printed: the values of
 * secrets are among them, so that a change can be seen.
 *
 * @param hidden fields whose values nobody may see: secrets, an address of a person, and whatever
 *     no connector vouches for
 */
record AuditedFields(Map<String, String> values, Set<String> hidden) {

  static AuditedFields none() {
    return new AuditedFields(Map.of(), Set.of());
  }

  static AuditedFields of(Store store, Connectors connectors) {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> hidden = new TreeSet<>();
    values.put("active", Boolean.toString(store.active()));
    values.put("default", Boolean.toString(store.isDefault()));
    values.put("timeZone", store.orderTimeZone().getId());
    store.earliestOrderDate().ifPresent(date -> values.put("earliestOrderDate", date.toString()));
    store.administratorEmail().ifPresent(email -> values.put("administratorEmail", email));
    hidden.add("administratorEmail");
    for (Side side : Side.values()) {
      Set<String> shown =
          connectors.find(store.system(side)).map(AuditedFields::shown).orElse(Set.of());
      store
          .settings(side)
          .forEach(
              (key, value) -> {
                values.put(field(side, key), value);
                if (!shown.contains(key)) {
                  hidden.add(field(side, key));
                }
              });
    }
    return new AuditedFields(values, hidden);
  }

  private static String field(Side side, String key) {
    return side == Side.MARKETPLACE ? key : "backOffice." + key;
  }

  private static Set<String> shown(Connector connector) {
    return connector.settings().stream()
        .filter(setting -> setting.type() != SettingType.SECRET)
        .map(ConnectorSetting::key)
        .collect(Collectors.toSet());
  }

  AuditChanges changesTo(AuditedFields after) {
    Set<String> secret = new TreeSet<>(hidden);
    secret.addAll(after.hidden);
    return AuditChanges.none().fields(values, after.values, secret);
  }

  @Override
  public String toString() {
    return "AuditedFields" + values.keySet();
  }
}
