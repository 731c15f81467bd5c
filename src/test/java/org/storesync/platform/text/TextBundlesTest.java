package org.storesync.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of every room, in both languages. */
class TextBundlesTest {

  private static final Path RESOURCES = Path.of("src", "main", "resources");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files
          .filter(file -> file.getFileName().toString().equals("Texts.properties"))
          .map(RESOURCES::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void every_text_is_there_in_german_with_the_same_arguments(Path bundle) throws IOException {
    assertThat(arguments(german(bundle))).isEqualTo(arguments(english(bundle)));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void every_apostrophe_is_a_typographic_one_since_the_other_would_quote(Path bundle)
      throws IOException {
    assertThat(english(bundle).values()).noneMatch(TextBundlesTest::quotesByAccident);
    assertThat(german(bundle).values()).noneMatch(TextBundlesTest::quotesByAccident);
  }

  /** A quoted brace is on purpose: PrimeFaces fills it in. */
  private static boolean quotesByAccident(String text) {
    return text.replaceAll("'[{}]'", "").contains("'");
  }

  /** The number of arguments of each text; a pattern that can't be read fails here. */
  private static Map<String, Integer> arguments(Map<String, String> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    texts.forEach(
        (key, text) ->
            counts.put(
                key, new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length));
    return counts;
  }

  private static Map<String, String> english(Path bundle) throws IOException {
    return read(RESOURCES.resolve(bundle));
  }

  private static Map<String, String> german(Path bundle) throws IOException {
    return read(RESOURCES.resolve(bundle).resolveSibling("Texts_de.properties"));
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }
}
