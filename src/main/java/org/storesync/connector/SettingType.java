package org.storesync.connector;

/** How a setting is asked for on the Stores page. */
public enum SettingType {
  TEXT,
  /** Never shown again and kept closed at rest. */
  SECRET,
  /** An address of the system, for a test server or a sandbox. */
  ADDRESS,
  /** One of the choices. */
  CHOICE,
  /** Some of the choices, kept joined by commas. */
  CHOICES
}
