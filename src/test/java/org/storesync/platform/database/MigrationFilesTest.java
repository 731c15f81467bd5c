package org.storesync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Databases of people only ever go forward: from any released state to that of today. */
class MigrationFilesTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern VERSION = Pattern.compile("V(\\d+)__[a-z0-9_]+\\.sql");

  /** Files that a release brought to databases of people, with their digests. */
  private static Map<String, String> released() throws IOException {
    String list =
        new String(
            MigrationFilesTest.class.getResourceAsStream("released-migrations.txt").readAllBytes(),
            StandardCharsets.UTF_8);
    return list.lines()
        .map(line -> line.split("\\s+"))
        .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
  }

  private static Map<String, String> present() throws IOException {
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      Map<String, String> digests = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(
            MIGRATIONS.relativize(file).toString().replace('\\', '/'),
            digest(Files.readAllBytes(file)));
      }
      return digests;
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static int version(String file) {
    Matcher name = VERSION.matcher(Path.of(file).getFileName().toString());
    assertThat(name.matches()).as("name of %s", file).isTrue();
    return Integer.parseInt(name.group(1));
  }

  @Test
  void a_migration_that_was_released_stays_as_it_is() throws IOException {
    assertThat(present()).containsAllEntriesOf(released());
  }

  @Test
  void a_new_migration_comes_after_all_that_were_released() throws IOException {
    Map<String, String> released = released();
    int last = released.keySet().stream().mapToInt(MigrationFilesTest::version).max().orElseThrow();

    assertThat(present().keySet())
        .filteredOn(file -> !released.containsKey(file))
        .allSatisfy(file -> assertThat(version(file)).isGreaterThan(last));
  }

  @Test
  void no_two_migrations_have_the_same_number() throws IOException {
    assertThat(present().keySet().stream().map(MigrationFilesTest::version))
        .doesNotHaveDuplicates();
  }
}
