package org.storesync.backoffice;

import java.io.Serializable;
import java.util.List;

/** An item as lists and the form show it. */
public record ItemRow(
    long id,
    int version,
    String itemId,
    String description,
    boolean active,
    List<CrossReference> crossReferences)
    implements Serializable {}
