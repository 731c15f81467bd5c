package org.storesync.process;

import java.util.List;

/**
 * What a program asks to be processed. What is null was left out.
 *
 * @param entity its code; left out: all of the store
 * @param recordIds left out: all that are ready to process
 * @param limit at most so many, in loading order; left out: no limit
 */
public record ProcessingEntry(String entity, List<Long> recordIds, Integer limit) {}
