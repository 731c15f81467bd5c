package org.storesync.simulator.demo;

/** What is drawn by lot. Each question has dice of its own, so that a new one changes no answer. */
enum Question {
  DAY,
  HOURS,
  NATURE,
  STORY,
  LINES,
  PEOPLE,
  ORIGINAL,
  TIP
}
