package org.storesync.history;

import java.util.List;

/**
 * What a program asks to be done with records. What is null was left out.
 *
 * @param ids 1 to {@value #MOST_IDS}
 */
public record RecordActionEntry(RecordAction action, List<Long> ids) {

  static final int MOST_IDS = 1_000;
}
