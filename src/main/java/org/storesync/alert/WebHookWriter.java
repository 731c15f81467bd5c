package org.storesync.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.storesync.platform.text.RoomTexts;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** Writes digests for programs: one JSON document with all news. */
@ApplicationScoped
public class WebHookWriter implements LetterWriter {

  static final String CHANNEL = "WEB_HOOK";

  @Inject private AlertSettings settings;
  @Inject private AlertWords words;
  @Inject private Stores stores;

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public boolean isSetUp() {
    return settings.webHook().isPresent();
  }

  @Override
  public List<Letter> letters(AlertNews news) {
    JsonArrayBuilder alerts = Json.createArrayBuilder();
    news.opened().forEach(alert -> alerts.add(json(alert)));
    news.ended().forEach(alert -> alerts.add(json(alert)));
    String body = Json.createObjectBuilder().add("alerts", alerts).build().toString();
    return List.of(new Letter(Optional.empty(), "", body));
  }

  /** Sentences are English, as everywhere where programs read. */
  private JsonObject json(AlertRow alert) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", alert.id())
            .add("reason", alert.reason())
            .add("state", alert.state().name())
            .add("since", alert.since().toString())
            .add("affected", alert.affected())
            .add("message", words.what(alert, RoomTexts.RECORDED))
            .add("remedy", words.remedy(alert, RoomTexts.RECORDED))
            .add("link", settings.link(alert.address()));
    Optional.ofNullable(alert.storeId())
        .flatMap(stores::find)
        .map(Store::name)
        .ifPresent(store -> json.add("store", store));
    Optional.ofNullable(alert.endedAt()).ifPresent(ended -> json.add("ended", ended.toString()));
    return json.build();
  }
}
