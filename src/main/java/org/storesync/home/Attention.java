package org.storesync.home;

import java.io.Serializable;

/**
 * Something that needs a person.
 *
 * @param urgent whether nothing goes on without that person
 * @param sentence what happened and to what
 * @param action what to do, a verb
 * @param address where to do it, a path of this server
 */
public record Attention(boolean urgent, String sentence, String action, String address)
    implements Serializable {}
