package org.storesync.platform.live;

/**
 * Event: something that open pages show has changed; they fetch what they show again. It carries no
 * data, so that everybody may hear it.
 *
 * @param topic what changed, for example {@code runs}
 */
public record LiveNews(String topic) {}
