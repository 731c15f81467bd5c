package org.storesync.kind;

import java.io.Serializable;

/**
 * Where people can look at the two documents of a pair. What has no address is null, as pages want
 * it.
 *
 * @param external in the marketplace
 * @param local in the back office; begins with a slash if it is a page of ours
 */
public record PairLinks(String external, String local) implements Serializable {

  public static final PairLinks NONE = new PairLinks(null, null);
}
