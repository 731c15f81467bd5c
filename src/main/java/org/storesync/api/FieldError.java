package org.storesync.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one field or parameter.
 *
 * @param field its name, with the place where it is nested: {@code crossReferences[0].value}
 * @param message what is wrong, a sentence
 */
@Schema(requiredProperties = {"field", "message"})
public record FieldError(String field, String message) {}
