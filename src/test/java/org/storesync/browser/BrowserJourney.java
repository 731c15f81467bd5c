package org.storesync.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of journeys, named {@code *BrowserIT}. All of them share one demo server (the WAR
 * as it was built, on an H2 file) and one Chromium. A test method takes a {@link Visitor} for each
 * person in it, and if it needs its address the {@link org.storesync.server.RunningServer}.
 *
 * <p>A journey fails on its own when a page wrote an error to the console or a request failed. When
 * it fails, {@code target/screenshots/failed-<class>-<method>.png} shows what was seen last.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(JourneyExtension.class)
public @interface BrowserJourney {}
