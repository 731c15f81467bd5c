package org.storesync.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.storesync.browser.BrowserJourney;

/** A test whose name and mark disagree would run in the wrong place, or nowhere. */
class TestNamesTest {

  private static JavaClasses tests;

  @BeforeAll
  static void read() {
    tests = new ClassFileImporter().importPath(Path.of("target", "test-classes"));
  }

  @Test
  void journeys_in_the_browser_are_marked_as_such() {
    classes()
        .that(areTests("BrowserIT"))
        .should()
        .beAnnotatedWith(BrowserJourney.class)
        .check(tests);
    classes()
        .that()
        .areAnnotatedWith(BrowserJourney.class)
        .should()
        .haveSimpleNameEndingWith("BrowserIT")
        .check(tests);
  }

  @Test
  void tests_with_servers_of_their_own_are_marked_as_such() {
    classes().that(areTests("ServerIT")).should().beAnnotatedWith(Tag.class).check(tests);
    classes()
        .that()
        .areAnnotatedWith(Tag.class)
        .and()
        .areNotAnnotations()
        .should()
        .haveSimpleNameEndingWith("ServerIT")
        .check(tests);
  }

  @Test
  void all_other_tests_on_a_server_run_in_the_shared_one() {
    classes()
        .that(areTests("IT"))
        .and(DescribedPredicate.not(areTests("BrowserIT")))
        .and(DescribedPredicate.not(areTests("ServerIT")))
        .should()
        .beMetaAnnotatedWith(ExtendWith.class)
        .check(tests);
    classes().that(areTests("ClientIT")).should().beAnnotatedWith(RunAsClient.class).check(tests);
  }

  private static DescribedPredicate<JavaClass> areTests(String ending) {
    return DescribedPredicate.describe(
        "are *" + ending,
        candidate ->
            candidate.getSimpleName().endsWith(ending)
                && !INTERFACES.test(candidate)
                && !modifier(JavaModifier.ABSTRACT).test(candidate));
  }
}
