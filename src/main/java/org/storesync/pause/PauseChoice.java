package org.storesync.pause;

import java.io.Serializable;

/** Something that can be paused, as the dialog offers it. */
public record PauseChoice(PauseScope scope, String label) implements Serializable {}
