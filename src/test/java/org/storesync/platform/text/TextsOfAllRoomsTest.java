package org.storesync.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every room's bundle, as it lies in the source, and every text that pages and classes ask for. */
class TextsOfAllRoomsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path ROOT = RESOURCES.resolve("org/storesync");
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CLASSES = Path.of("src/main/java");
  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]*}");
  private static final Pattern QUOTED =
      Pattern.compile("'([a-z/]+)\\.([A-Za-z0-9_.-]*[A-Za-z0-9_-])'");
  private static final Pattern ASKED_IN_JAVA =
      Pattern.compile(
          "\\b(?:texts|messages)\\s*\\.\\w+\\(\\s*\"([a-z/]+)\\.([A-Za-z0-9_.-]*[A-Za-z0-9_-])\"\\s*[,)]");

  static Stream<Arguments> rooms() {
    return files(ROOT, "Texts.properties")
        .map(english -> arguments(ROOT.relativize(english.getParent()).toString()));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void every_text_is_there_in_both_languages(String room) {
    assertThat(keys(bundle(room, "_de"))).isEqualTo(keys(bundle(room, "")));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void both_languages_take_the_same_arguments(String room) {
    assertThat(argumentCounts(room, "_de", Locale.GERMAN))
        .isEqualTo(argumentCounts(room, "", Locale.ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_straight_apostrophe_which_the_pattern_would_swallow_only_quotes_a_brace(String room) {
    Stream.of("", "_de")
        .forEach(
            language ->
                assertThat(bundle(room, language).values())
                    .allSatisfy(
                        text ->
                            assertThat(((String) text).replaceAll("'[{}]'", ""))
                                .doesNotContain("'")));
  }

  @Test
  void every_text_that_a_page_asks_for_exists() {
    assertThat(missing(files(PAGES, ".xhtml").flatMap(TextsOfAllRoomsTest::askedByPage))).isEmpty();
  }

  @Test
  void every_text_that_a_class_asks_for_by_room_and_key_exists() {
    assertThat(missing(files(CLASSES, ".java").flatMap(TextsOfAllRoomsTest::askedByClass)))
        .isEmpty();
  }

  @Test
  void pages_ask_for_texts() {
    assertThat(files(PAGES, ".xhtml").flatMap(TextsOfAllRoomsTest::askedByPage)).isNotEmpty();
    assertThat(files(CLASSES, ".java").flatMap(TextsOfAllRoomsTest::askedByClass)).isNotEmpty();
  }

  private record Asked(Path by, String room, String key) {}

  private static Stream<Asked> askedByPage(Path page) {
    return EXPRESSION
        .matcher(read(page))
        .results()
        .map(result -> result.group())
        .filter(expression -> expression.matches("(?s).*\\btext(\\[|\\.of\\().*"))
        .flatMap(expression -> asked(page, QUOTED.matcher(expression)));
  }

  private static Stream<Asked> askedByClass(Path file) {
    return asked(file, ASKED_IN_JAVA.matcher(read(file)));
  }

  private static Stream<Asked> asked(Path by, Matcher names) {
    return names.results().map(result -> new Asked(by, result.group(1), result.group(2)));
  }

  private static List<Asked> missing(Stream<Asked> asked) {
    Map<String, Set<String>> known =
        rooms()
            .map(room -> (String) room.get()[0])
            .collect(Collectors.toMap(room -> room, room -> keys(bundle(room, ""))));
    return asked.filter(a -> !known.getOrDefault(a.room(), Set.of()).contains(a.key())).toList();
  }

  private static Map<String, Integer> argumentCounts(String room, String language, Locale locale) {
    Map<String, Integer> counts = new TreeMap<>();
    bundle(room, language)
        .forEach(
            (key, text) ->
                counts.put(
                    (String) key,
                    new MessageFormat((String) text, locale).getFormatsByArgumentIndex().length));
    return counts;
  }

  private static Set<String> keys(Properties bundle) {
    return new TreeSet<>(bundle.stringPropertyNames());
  }

  private static Properties bundle(String room, String language) {
    Properties bundle = new Properties();
    try (Reader reader =
        Files.newBufferedReader(ROOT.resolve(room).resolve("Texts" + language + ".properties"))) {
      bundle.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
