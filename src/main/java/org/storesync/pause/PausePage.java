package org.storesync.pause;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storesync.kind.Direction;
import org.storesync.kind.EntityKinds;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntityRow;
import org.storesync.store.StoreSummary;
import org.storesync.store.Stores;
import org.storesync.web.Language;
import org.storesync.web.PageMessages;
import org.storesync.web.Texts;

/** The pauses on every page: the strip that shows them, and the dialog that begins one. */
@Named
@ViewScoped
public class PausePage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** How long a pause can last, in minutes; 0: until it is resumed. */
  private static final List<Integer> OFFERED_MINUTES = List.of(15, 60, 240, 1_440, 0);

  @Inject private Pauses pauses;
  @Inject private PauseDesk desk;
  @Inject private PauseWords words;
  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;
  @Inject private EntityKinds kinds;
  @Inject private Language language;
  @Inject private Texts texts;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private List<PauseChoice> choices = List.of();
  private int chosen;
  private int minutes = 60;
  private String reason = "";
  private boolean open;

  /** Opens the dialog. */
  public void start() {
    choices = choices();
    chosen = 0;
    reason = "";
    open = true;
  }

  public void cancel() {
    open = false;
  }

  /** Begins the pause that was described. */
  public void begin() {
    try {
      desk.begin(
          choices.get(chosen).scope(),
          reason,
          minutes == 0
              ? Optional.empty()
              : Optional.of(clock.instant().plus(Duration.ofMinutes(minutes))));
      open = false;
    } catch (PauseRefused refused) {
      messages.failInDialog("pause.refused." + refused.reason());
    }
  }

  public void resume(PauseRow pause) {
    if (desk.resume(pause.id())) {
      messages.toast("pause.resumed", scopeOf(pause));
    }
  }

  private List<PauseChoice> choices() {
    List<PauseChoice> offered = new ArrayList<>();
    offered.add(new PauseChoice(PauseScope.everything(), texts.of("pause.everything")));
    for (Direction direction : Direction.values()) {
      offered.add(
          new PauseChoice(
              PauseScope.direction(direction),
              texts.of("pause.direction." + direction, texts.of("pause.everything"))));
    }
    for (StoreSummary store : stores.all()) {
      offered.add(new PauseChoice(PauseScope.store(store.id()), store.name()));
      for (StoreEntityRow entity : storeEntities.of(store.id())) {
        if (entity.active()) {
          offered.add(
              new PauseChoice(
                  PauseScope.entity(store.id(), entity.id()),
                  store.name() + " – " + captionOf(entity.kind())));
        }
      }
    }
    return offered;
  }

  private String captionOf(String kind) {
    return kinds.find(kind).map(one -> one.caption(language.getLocale())).orElse(kind);
  }

  /** What is paused now. */
  public List<PauseRow> getInForce() {
    return pauses.inForce();
  }

  public String scopeOf(PauseRow pause) {
    return words.scope(pause, language.getLocale());
  }

  public List<PauseChoice> getChoices() {
    return choices;
  }

  public List<Integer> getOfferedMinutes() {
    return OFFERED_MINUTES;
  }

  public boolean isOpen() {
    return open;
  }

  /** Place of the chosen scope among those offered. */
  public int getChosen() {
    return chosen;
  }

  public void setChosen(int chosen) {
    this.chosen = chosen;
  }

  public int getMinutes() {
    return minutes;
  }

  public void setMinutes(int minutes) {
    this.minutes = minutes;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
