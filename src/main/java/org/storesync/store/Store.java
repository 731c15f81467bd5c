package org.storesync.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storesync.connector.Side;
import org.storesync.connector.StoreAccess;

/**
 * One connection to one seller account (one region, one or more of its marketplaces) and one back
 * office. It knows who and how to connect; what an entity needs is on the store entity. Its name is
 * unique, whatever the case of its letters, and never changes. One store of all is the default.
 */
@Entity
@Table(name = "store")
public class Store {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "store_seq")
  @SequenceGenerator(name = "store_seq", sequenceName = "store_seq", allocationSize = 50)
  private Long id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  private boolean active;

  @Column(name = "default_mark")
  private Boolean defaultMark;

  @Column(name = "marketplace_system")
  private String marketplaceSystem;

  @Column(name = "back_office_system")
  private String backOfficeSystem;

  @Convert(converter = ClosedSettings.class)
  private Map<String, Map<String, String>> settings = new LinkedHashMap<>();

  @Column(name = "administrator_email")
  private String administratorEmail;

  @Column(name = "order_time_zone")
  private String orderTimeZone;

  @Column(name = "earliest_order_date")
  private LocalDate earliestOrderDate;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected Store() {}

  /**
   * A new store, active, not the default, without settings.
   *
   * @param now when it is made
   */
  public Store(String name, String marketplaceSystem, String backOfficeSystem, Instant now) {
    this.name = name.strip();
    this.nameKey = keyOf(name);
    this.active = true;
    this.marketplaceSystem = marketplaceSystem;
    this.backOfficeSystem = backOfficeSystem;
    this.orderTimeZone = "UTC";
    this.createdAt = now;
    this.changedAt = now;
  }

  /**
   * What two names must not share. Upper case first, because that is where letters meet which
   * differ in lower case only (s at the end of a Greek word).
   */
  static String keyOf(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean active() {
    return active;
  }

  public boolean isDefault() {
    return Boolean.TRUE.equals(defaultMark);
  }

  public int version() {
    return version;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** The key of the connector on this side. */
  public String system(Side side) {
    return side == Side.MARKETPLACE ? marketplaceSystem : backOfficeSystem;
  }

  public ZoneId orderTimeZone() {
    return ZoneId.of(orderTimeZone);
  }

  public Optional<LocalDate> earliestOrderDate() {
    return Optional.ofNullable(earliestOrderDate);
  }

  public Optional<String> administratorEmail() {
    return Optional.ofNullable(administratorEmail);
  }

  /** The settings of the connector on this side, secrets open. */
  public Map<String, String> settings(Side side) {
    return settings.getOrDefault(system(side), Map.of());
  }

  /** What the connector on this side gets to see. */
  public StoreAccess access(Side side) {
    return new StoreAccess(
        id,
        name,
        settings(side),
        orderTimeZone(),
        earliestOrderDate().map(date -> date.atStartOfDay(orderTimeZone()).toInstant()),
        false);
  }

  void setSettings(Side side, Map<String, String> given) {
    // A new map, so that the change is noticed and the column closed again.
    Map<String, Map<String, String>> changed = new LinkedHashMap<>(settings);
    changed.put(system(side), Map.copyOf(given));
    settings = changed;
  }

  void setActive(boolean active) {
    this.active = active;
  }

  void setDefault(boolean isDefault) {
    this.defaultMark = isDefault ? Boolean.TRUE : null;
  }

  void setAdministratorEmail(Optional<String> address) {
    this.administratorEmail = address.orElse(null);
  }

  void setOrderTimeZone(ZoneId zone) {
    this.orderTimeZone = zone.getId();
  }

  void setEarliestOrderDate(Optional<LocalDate> date) {
    this.earliestOrderDate = date.orElse(null);
  }

  void changed(Instant now) {
    this.changedAt = now;
  }

  @Override
  public String toString() {
    return "Store[" + id + ", " + name + "]";
  }
}
