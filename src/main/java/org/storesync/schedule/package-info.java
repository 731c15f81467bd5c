/**
 * Schedules: saved prepare and process selections with a timetable. A timer on each node looks for
 * what is due in the database; one node claims an execution and queues its runs. What came of them
 * is read from the runs themselves, so that no restart loses it. Page Schedules.
 */
package org.storesync.schedule;
