package org.storesync.pause;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.storesync.kind.EntityKinds;
import org.storesync.platform.text.RoomTexts;

/** What is paused, in words. */
@ApplicationScoped
public class PauseWords {

  private static final RoomTexts TEXTS = RoomTexts.of(PauseWords.class);

  @Inject private EntityKinds kinds;

  /** For example "Demo Store – Sales Order". */
  public String scope(PauseRow pause, Locale language) {
    String what =
        pause.storeName() == null
            ? TEXTS.text(language, "everything")
            : pause.entityKind() == null
                ? pause.storeName()
                : pause.storeName() + " – " + caption(pause.entityKind(), language);
    return pause.scope().direction() == null
        ? what
        : TEXTS.text(language, "direction." + pause.scope().direction(), what);
  }

  private String caption(String entityKind, Locale language) {
    return kinds.find(entityKind).map(kind -> kind.caption(language)).orElse(entityKind);
  }

  /** Why a run waits, as it is recorded. */
  public String recorded(PauseRow pause) {
    return pause.endsAt() == null
        ? TEXTS.recorded("waits", pause.pausedBy(), pause.reason())
        : TEXTS.recorded("waitsUntil", pause.pausedBy(), pause.reason(), pause.endsAt());
  }
}
