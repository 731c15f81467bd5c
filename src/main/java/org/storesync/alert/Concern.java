package org.storesync.alert;

import java.time.Instant;
import java.util.List;

/**
 * Something that is wrong now.
 *
 * @param subject what it is about: of one reason and subject there is one open alert
 * @param storeId the store it concerns; null if it can't be told
 * @param since when it began
 * @param affected how many, or how often
 * @param details what its sentences are made with, besides that number
 * @param address the page where it is put right, a path of this server
 */
public record Concern(
    String subject,
    Long storeId,
    Instant since,
    long affected,
    List<String> details,
    String address) {}
