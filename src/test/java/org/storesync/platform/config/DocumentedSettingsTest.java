package org.storesync.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that the code reads stands in the sample and in the README. */
class DocumentedSettingsTest {

  /** A text that is nothing but a name of a setting, wherever the code keeps it. */
  private static final Pattern SETTING = Pattern.compile("\"(storesync(?:\\.[a-z]+)+)\"");

  private static final Pattern SAMPLE_LINE = Pattern.compile("(?m)^#?(STORESYNC_[A-Z_]+)=");
  private static final Pattern TABLE_LINE = Pattern.compile("(?m)^\\| `(STORESYNC_[A-Z_]+)` \\|");

  @Test
  void every_setting_is_in_the_sample() throws IOException {
    assertThat(namesIn(Path.of("server-config", "storesync.env.sample"), SAMPLE_LINE))
        .containsAll(settings());
  }

  @Test
  void every_setting_is_in_the_table_of_the_readme() throws IOException {
    assertThat(namesIn(Path.of("README.md"), TABLE_LINE)).containsAll(settings());
  }

  @Test
  void sample_and_table_name_the_same_settings() throws IOException {
    assertThat(namesIn(Path.of("README.md"), TABLE_LINE))
        .isEqualTo(namesIn(Path.of("server-config", "storesync.env.sample"), SAMPLE_LINE));
  }

  private static Set<String> settings() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      Set<String> settings =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> SETTING.matcher(read(file)).results())
              .map(found -> found.group(1).toUpperCase(Locale.ROOT).replace('.', '_'))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(settings).contains("STORESYNC_HOME", "STORESYNC_DB_URL");
      return settings;
    }
  }

  private static Set<String> namesIn(Path file, Pattern line) {
    return line.matcher(read(file))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
