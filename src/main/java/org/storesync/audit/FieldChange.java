package org.storesync.audit;

import java.io.Serializable;

/**
 * What one field was and is.
 *
 * @param before null if there was nothing
 * @param after null if there is nothing any more
 * @param hidden whether only the change itself is told: a secret, or personal data
 */
public record FieldChange(String field, String before, String after, boolean hidden)
    implements Serializable {}
