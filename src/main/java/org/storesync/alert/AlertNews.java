package org.storesync.alert;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a letter tells.
 *
 * @param opened what is wrong
 * @param ended what was wrong and is so no more
 */
public record AlertNews(List<AlertRow> opened, List<AlertRow> ended) {

  public boolean isEmpty() {
    return opened.isEmpty() && ended.isEmpty();
  }

  AlertNews only(Predicate<AlertRow> wanted) {
    return new AlertNews(
        opened.stream().filter(wanted).toList(), ended.stream().filter(wanted).toList());
  }
}
