package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All reasons that this server knows. */
@ApplicationScoped
public class AlertReasons {

  @Inject @Any private Instance<AlertReason> beans;

  public List<AlertReason> all() {
    return beans.stream().sorted(Comparator.comparing(AlertReason::code)).toList();
  }

  public Optional<AlertReason> find(String code) {
    return beans.stream().filter(reason -> reason.code().equals(code)).findFirst();
  }
}
