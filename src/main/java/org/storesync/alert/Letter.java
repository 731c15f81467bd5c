package org.storesync.alert;

import java.util.Optional;

/**
 * One message about alerts.
 *
 * @param recipient absent: as the settings say
 */
public record Letter(Optional<String> recipient, String subject, String body) {}
