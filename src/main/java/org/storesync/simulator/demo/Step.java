package org.storesync.simulator.demo;

import java.time.Instant;

/** An order enters a stage. Every step is an update of the order. */
record Step(Stage stage, Instant at) {}
