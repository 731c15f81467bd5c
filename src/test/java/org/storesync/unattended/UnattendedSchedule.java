package org.storesync.unattended;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A schedule of the test.
 *
 * @param rest of its definition for the API, as JSON: what it does, and when
 * @param due when that is
 */
record UnattendedSchedule(String name, String rest, DueTimes due) {

  static final String EVERY_TEN_MINUTES = "Orders every ten minutes";

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
  private static final String PROCESS = "\"action\": \"PROCESS\"";

  /** Orders of the last day, in the night in which the zone moves its clocks. */
  private static final String NIGHTLY =
      "\"action\": \"PREPARE\", \"mode\": \"INCREMENTAL_BY_DATE\", \"lastDays\": 1";

  static List<UnattendedSchedule> all() {
    return List.of(
        new UnattendedSchedule(
            EVERY_TEN_MINUTES,
            rest("\"action\": \"PREPARE\", \"mode\": \"INCREMENTAL\"", "EVERY_MINUTES 10", BERLIN),
            DueTimes.when(BERLIN, time -> time.getMinute() % 10 == 0)),
        new UnattendedSchedule(
            "Processing every twenty minutes",
            rest(PROCESS, "CRON */20 * * * *", BERLIN),
            DueTimes.when(BERLIN, time -> time.getMinute() % 20 == 0)),
        new UnattendedSchedule(
            "Processing in each hour of Berlin",
            rest(PROCESS, "HOURLY 30", BERLIN),
            DueTimes.when(BERLIN, time -> time.getMinute() == 30)),
        new UnattendedSchedule(
            "Processing in each hour of Sydney",
            rest(PROCESS, "HOURLY 30", SYDNEY),
            DueTimes.when(SYDNEY, time -> time.getMinute() == 30)),
        new UnattendedSchedule(
            "Processing in the nights of Berlin",
            rest(
                PROCESS + ", \"windowFrom\": \"22:00\", \"windowTo\": \"06:00\"",
                "EVERY_MINUTES 30",
                BERLIN),
            DueTimes.when(
                BERLIN,
                time ->
                    time.getMinute() % 30 == 0 && (time.getHour() >= 22 || time.getHour() < 6))),
        new UnattendedSchedule(
            "Orders of a day, in the night of Berlin",
            rest(NIGHTLY, "DAILY 02:30", BERLIN),
            DueTimes.daily(BERLIN, LocalTime.of(2, 30))),
        new UnattendedSchedule(
            "Orders of a day, in the night of Sydney",
            rest(NIGHTLY, "DAILY 02:30", SYDNEY),
            DueTimes.daily(SYDNEY, LocalTime.of(2, 30))));
  }

  private static String rest(String action, String rhythm, ZoneId zone) {
    return action + ", \"rhythm\": \"%s\", \"timeZone\": \"%s\"".formatted(rhythm, zone);
  }

  /** As the API wants it. */
  String definition(boolean active) {
    return "{\"name\": \"%s\", \"store\": \"Demo Store\", \"active\": %s, %s}"
        .formatted(name, active, rest);
  }
}
