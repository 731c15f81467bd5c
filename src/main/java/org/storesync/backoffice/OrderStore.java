package org.storesync.backoffice;

import java.io.Serializable;

/** A store that orders came from. */
public record OrderStore(long id, String name) implements Serializable {}
