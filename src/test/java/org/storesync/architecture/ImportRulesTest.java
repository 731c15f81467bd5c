package org.storesync.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportRulesTest {

  private static JavaClasses storesync;

  @BeforeAll
  static void read() {
    storesync = new ClassFileImporter().importPath(Path.of("target", "classes"));
  }

  static List<ImportRule> rules() {
    return ImportRules.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_is_kept(ImportRule rule) {
    rule.check().check(storesync);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_bites_its_bad_example(ImportRule rule, @TempDir Path output) {
    JavaClasses bad = new BadExample(rule.folder()).compile(output);

    assertThat(bad).isNotEmpty();
    assertThat(rule.check().evaluate(bad).hasViolation()).isTrue();
  }

  @Test
  void every_bad_example_belongs_to_a_rule() throws IOException {
    try (Stream<Path> folders = Files.list(BadExample.ALL)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              ImportRules.ALL.stream().map(ImportRule::folder).toList());
    }
  }

  @Test
  void the_rules_look_at_the_real_classes() {
    assertThat(storesync.contain("org.storesync.connector.Connectors")).isTrue();
  }
}
