package org.storesync.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.storesync.kind.EntityKinds;

/** Details that begin with the code of a kind: people read its name. */
final class KindWords {

  private KindWords() {}

  static List<String> first(EntityKinds kinds, List<String> details, Locale language) {
    List<String> spoken = new ArrayList<>(details);
    kinds.find(details.get(0)).ifPresent(kind -> spoken.set(0, kind.caption(language)));
    return spoken;
  }
}
