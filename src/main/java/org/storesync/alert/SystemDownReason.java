package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.storesync.platform.text.LinkedText;
import org.storesync.run.DownSystem;
import org.storesync.run.SystemOutages;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/**
 * A system has been down for long. Runs wait for it and go on by themselves, but as long as it
 * lasts nothing is read or written, and no silence is told either.
 */
@ApplicationScoped
public class SystemDownReason implements AlertReason {

  static final Duration LONG = Duration.ofMinutes(30);

  @Inject private SystemOutages outages;
  @Inject private Stores stores;
  @Inject private Clock clock;

  @Override
  public String code() {
    return "SYSTEM_DOWN";
  }

  @Override
  public List<Concern> concerns() {
    return outages.all().stream()
        .filter(down -> !down.outage().since().plus(LONG).isAfter(clock.instant()))
        .map(this::concern)
        .toList();
  }

  private Concern concern(DownSystem down) {
    String store = stores.find(down.storeId()).map(Store::name).orElse("");
    return new Concern(
        down.storeId() + " " + down.side(),
        down.storeId(),
        down.outage().since(),
        down.outage().failures(),
        List.of(store, LinkedText.plain(down.outage().reason())),
        PageLink.to("/runs.xhtml", "store", store));
  }

  @Override
  public boolean urgent() {
    return false;
  }
}
