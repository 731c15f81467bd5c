package org.storesync.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} promises is enforced by code and seen by a test that are there. */
class DocumentedProtectionsTest {

  private static final Path DOCUMENT = Path.of("docs", "security.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern CODE = Pattern.compile("`(?:\\w+/)*([A-Z]\\w+)(?:[.]\\w+)?`");

  private static List<String> rows() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| Protected against"))
        .toList();
  }

  private static Set<String> classesBelow(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", folder, "java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> named(Pattern kind, String text) {
    return kind.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Test
  void each_protection_names_a_test() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(20);
    assertThat(rows())
        .allSatisfy(
            row -> {
              String[] cells = row.split(" \\| ");
              assertThat(cells).as(row).hasSize(4);
              assertThat(named(TEST, cells[3])).as(row).isNotEmpty();
            });
  }

  @Test
  void each_test_that_is_named_is_there() throws IOException {
    assertThat(classesBelow("test")).containsAll(named(TEST, Files.readString(DOCUMENT)));
  }

  @Test
  void each_class_that_enforces_something_is_there() throws IOException {
    Set<String> there = classesBelow("main");
    for (String row : rows()) {
      assertThat(there).as(row).containsAll(named(CODE, row.split(" \\| ")[2]));
    }
  }
}
