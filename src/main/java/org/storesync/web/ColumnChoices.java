package org.storesync.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which optional columns of a table a person wants to see, kept at the browser. */
@Named
@RequestScoped
public class ColumnChoices {

  private static final String SEPARATOR = ".";
  private static final Duration KEPT = Duration.ofDays(365);

  @Inject private BrowserChoices choices;

  /**
   * @param offered the optional columns of the table
   * @return those of them that are wanted
   */
  public List<String> wanted(String table, Collection<String> offered) {
    return choices.find(cookie(table)).stream()
        .flatMap(value -> Arrays.stream(value.split("\\" + SEPARATOR)))
        .filter(offered::contains)
        .toList();
  }

  public void keep(String table, Collection<String> wanted) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String path = faces.getExternalContext().getRequestContextPath() + "/";
    faces
        .getExternalContext()
        .addResponseCookie(
            "storesync_" + cookie(table),
            String.join(SEPARATOR, wanted),
            Map.of("path", path, "maxAge", (int) KEPT.toSeconds()));
  }

  private static String cookie(String table) {
    return "columns_" + table;
  }
}
