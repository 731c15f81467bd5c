package org.storesync.store;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.storesync.connector.Connector;
import org.storesync.connector.ConnectorSetting.Choice;
import org.storesync.connector.Connectors;
import org.storesync.connector.Side;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;

/**
 * One store on the page Stores: {@code ?store=NAME} shows it, {@code ?new=true} an empty form. What
 * was entered stays, whatever refuses it.
 */
@Named
@ViewScoped
public class StorePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Stores stores;
  @Inject private StoreDesk desk;
  @Inject private ConnectionTest connectionTest;
  @Inject private Connectors connectors;
  @Inject private Language language;
  @Inject private PageMessages messages;

  private String askedFor = "";
  private boolean creating;
  private StoreDetails store;

  private String name = "";
  private final Map<Side, String> systems = new EnumMap<>(Side.class);
  private final Map<Side, ConnectionForm> connections = new EnumMap<>(Side.class);
  private String orderTimeZone = "UTC";
  private String earliestOrderDate = "";
  private String administratorEmail = "";

  private Map<String, String> problems = Map.of();
  private boolean changedMeanwhile;
  private List<ConnectionReport> reports = List.of();

  @PostConstruct
  void load() {
    askedFor = Optional.ofNullable(Faces.getRequestParameter("store")).orElse("");
    creating = Boolean.parseBoolean(Faces.getRequestParameter("new"));
    if (creating) {
      loadEmptyForm();
    } else if (!askedFor.isEmpty()) {
      stores.details(askedFor).ifPresent(this::loadForm);
    }
  }

  private void loadEmptyForm() {
    for (Side side : Side.values()) {
      List<Connector> offered = connectors.of(side);
      if (!offered.isEmpty()) {
        systems.put(side, offered.get(0).key());
        drawConnection(side);
      }
    }
  }

  private void loadForm(StoreDetails found) {
    store = found;
    name = found.name();
    orderTimeZone = found.orderTimeZone();
    earliestOrderDate = found.earliestOrderDate();
    administratorEmail = found.administratorEmail();
    for (Side side : Side.values()) {
      ShownConnection shown = found.connection(side);
      systems.put(side, shown.system());
      connections.put(
          side,
          connectors
              .find(shown.system())
              .map(connector -> ConnectionForm.of(side, connector, shown, language.getLocale()))
              .orElseGet(() -> ConnectionForm.missing(shown.system())));
    }
  }

  private void drawConnection(Side side) {
    connectors
        .find(systems.get(side))
        .ifPresent(
            connector ->
                connections.put(side, ConnectionForm.empty(side, connector, language.getLocale())));
  }

  /** After another system was chosen for a new store: asks for what that one needs. */
  public void drawConnections() {
    connections.clear();
    systems.keySet().forEach(this::drawConnection);
  }

  /** Stores what was entered. Whatever refuses it, the entries stay. */
  public void save() {
    problems = Map.of();
    changedMeanwhile = false;
    try {
      StoreChange change =
          creating
              ? desk.create(identity(), form(), language.getLocale())
              : desk.change(store.id(), store.version(), form(), language.getLocale());
      if (change instanceof StoreChange.Done done) {
        showSaved(done);
      } else if (change instanceof StoreChange.Refused refused) {
        problems = refused.problems();
      }
    } catch (StoreChangedMeanwhile quicker) {
      changedMeanwhile = true;
    }
  }

  private StoreIdentity identity() {
    return new StoreIdentity(
        orEmpty(name),
        systems.getOrDefault(Side.MARKETPLACE, ""),
        systems.getOrDefault(Side.BACK_OFFICE, ""));
  }

  private StoreForm form() {
    Map<Side, Map<String, String>> settings = new EnumMap<>(Side.class);
    connections.forEach((side, connection) -> settings.put(side, connection.entries()));
    return new StoreForm(
        settings, orEmpty(administratorEmail), orEmpty(orderTimeZone), orEmpty(earliestOrderDate));
  }

  private static String orEmpty(String entry) {
    return entry == null ? "" : entry;
  }

  private void showSaved(StoreChange.Done done) {
    if (creating) {
      messages.inform("store.created", done.name());
    } else {
      messages.toast("store.saved", done.name());
    }
    messages.keepForNextPage();
    Faces.redirect("stores.xhtml?store=%s", done.name());
  }

  /** Tries both sides of the store as it is stored. */
  public void testConnection() {
    reports = connectionTest.run(store.id(), language.getLocale());
  }

  /** The systems that can be chosen for this side. */
  public List<Choice> systemChoices(Side side) {
    return connectors.of(side).stream()
        .map(connector -> new Choice(connector.key(), connector.caption(language.getLocale()), ""))
        .toList();
  }

  /** The time zones that can be chosen: those named after a place, and UTC. */
  public List<String> getTimeZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.equals("UTC") || zone.matches("[A-Z][a-z]+/.*"))
        .filter(zone -> !zone.startsWith("Etc/"))
        .sorted()
        .toList();
  }

  /** The problem of a field of the form; empty if there is none. */
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  /** Whether the address asks for one store and not for the list. */
  public boolean isAsked() {
    return creating || !askedFor.isEmpty();
  }

  /** Whether the address names a store that is not there. */
  public boolean isUnknown() {
    return !askedFor.isEmpty() && store == null;
  }

  public boolean isCreating() {
    return creating;
  }

  public String getAskedFor() {
    return askedFor;
  }

  /** The store that is shown; null on the empty form. */
  public StoreDetails getStore() {
    return store;
  }

  public boolean isRefused() {
    return !problems.isEmpty();
  }

  public int getProblemCount() {
    return problems.size();
  }

  public boolean isChangedMeanwhile() {
    return changedMeanwhile;
  }

  public List<ConnectionReport> getReports() {
    return reports;
  }

  /** How the marketplace is reached; null while this server can speak to none. */
  public ConnectionForm getMarketplaceConnection() {
    return connections.get(Side.MARKETPLACE);
  }

  /** How the back office is reached; null while this server can speak to none. */
  public ConnectionForm getBackOfficeConnection() {
    return connections.get(Side.BACK_OFFICE);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getMarketplaceSystem() {
    return systems.get(Side.MARKETPLACE);
  }

  public void setMarketplaceSystem(String system) {
    systems.put(Side.MARKETPLACE, system);
  }

  public String getBackOfficeSystem() {
    return systems.get(Side.BACK_OFFICE);
  }

  public void setBackOfficeSystem(String system) {
    systems.put(Side.BACK_OFFICE, system);
  }

  public String getOrderTimeZone() {
    return orderTimeZone;
  }

  public void setOrderTimeZone(String orderTimeZone) {
    this.orderTimeZone = orderTimeZone;
  }

  public String getEarliestOrderDate() {
    return earliestOrderDate;
  }

  public void setEarliestOrderDate(String earliestOrderDate) {
    this.earliestOrderDate = earliestOrderDate;
  }

  public String getAdministratorEmail() {
    return administratorEmail;
  }

  public void setAdministratorEmail(String administratorEmail) {
    this.administratorEmail = administratorEmail;
  }
}
