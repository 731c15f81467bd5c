package org.storesync.schedule;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Cron lines as Unix reads them. The library is asked in UTC, where no hour is skipped or comes
 * twice: what a zone does with its clocks is the matter of {@link Timetable}.
 */
final class Crons {

  /** What the parser puts before the reason. */
  private static final String OPENING = "Failed to parse cron expression. ";

  private Crons() {}

  private static Cron parse(String line) {
    return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(line);
  }

  /**
   * @throws RhythmRefused if it is no cron line
   */
  static void check(String line) {
    try {
      parse(line);
    } catch (IllegalArgumentException refused) {
      throw new RhythmRefused("cron", refused.getMessage().replace(OPENING, ""));
    }
  }

  static Optional<LocalDateTime> after(String line, LocalDateTime time) {
    return ExecutionTime.forCron(parse(line))
        .nextExecution(time.atZone(ZoneOffset.UTC))
        .map(ZonedDateTime::toLocalDateTime);
  }

  static boolean inEachHour(String line) {
    return parse(line).retrieve(CronFieldName.HOUR).getExpression() instanceof Always;
  }

  static String words(String line, Locale language) {
    return CronDescriptor.instance(language).describe(parse(line));
  }
}
