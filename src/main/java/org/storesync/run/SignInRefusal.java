package org.storesync.run;

import java.time.Instant;
import org.storesync.connector.Side;

/**
 * A system does not let a store in.
 *
 * @param since when it refused first
 * @param refusals how often since then
 * @param reason what it said last, a sentence
 */
public record SignInRefusal(long storeId, Side side, Instant since, int refusals, String reason) {}
