package org.storesync.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The menu: one line per page, and its label in the bundle of this room. */
@Named
@ApplicationScoped
public class Menu {

  private static final List<MenuGroup> GROUPS =
      List.of(
          new MenuGroup(
              "work",
              List.of(
                  page("index", "pi-home"),
                  page("prepare-data", "pi-cloud-download", "BC501000"),
                  page("process-data", "pi-sync", "BC501500"),
                  page("sync-history", "pi-history", "BC301000"),
                  page("runs", "pi-bolt"),
                  page("alerts", "pi-bell"))),
          new MenuGroup(
              "documents",
              List.of(page("sales-orders", "pi-shopping-cart"), page("items", "pi-box"))),
          new MenuGroup(
              "setup",
              List.of(
                  page("stores", "pi-shop", "BC201020"),
                  page("entities", "pi-sitemap", "BC202000"),
                  page("schedules", "pi-calendar"),
                  page("quotas", "pi-gauge"))),
          new MenuGroup(
              "administration",
              List.of(
                  forAdministrators("users", "pi-users"),
                  forAdministrators("audit", "pi-list"),
                  forAdministrators("nodes", "pi-server"))));

  /** The groups, the most used first. */
  public List<MenuGroup> getGroups() {
    return GROUPS;
  }

  private static MenuPage page(String name, String icon) {
    return new MenuPage(name, icon, Optional.empty(), "viewer");
  }

  private static MenuPage page(String name, String icon, String formNumber) {
    return new MenuPage(name, icon, Optional.of(formNumber), "viewer");
  }

  private static MenuPage forAdministrators(String name, String icon) {
    return new MenuPage(name, icon, Optional.empty(), "administrator");
  }
}
