package org.storesync.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserJourney
class VisitorBrowserIT {

  @Test
  void who_is_not_signed_in_is_asked_to_and_then_sees_the_start_page(Visitor visitor) {
    assertThat(visitor.open("/index.xhtml").ok()).isTrue();
    assertThat(visitor.page().url()).contains("/login.xhtml");
    visitor.screenshot("sign-in");
    visitor.checkAccessibility();

    visitor.signIn();

    assertThat(visitor.page().url()).doesNotContain("/login.xhtml");
    assertThat(visitor.page().title()).contains("StoreSync");
    assertThat(visitor.screenshot("start-page")).isNotEmptyFile();
  }

  @Test
  void a_console_error_is_a_problem_unless_it_was_expected(Visitor visitor) {
    visitor.page().evaluate("console.error('one')");
    visitor.page().evaluate("console.error('two')");
    visitor.expectProblem("one");

    assertThat(visitor.problems()).singleElement().asString().contains("two");
    visitor.expectProblem("two");
  }

  @Test
  void a_request_that_fails_is_a_problem(Visitor visitor) {
    visitor.open("/login.xhtml");

    visitor.page().evaluate("fetch('/jakarta.faces.resource/no-such.css.xhtml').then(() => {})");

    assertThat(visitor.problems()).anyMatch(problem -> problem.endsWith("no-such.css.xhtml: 404"));
    visitor.expectProblem("no-such.css.xhtml");
  }

  @Test
  void a_picture_without_words_is_an_accessibility_problem(Visitor visitor) {
    String page =
        "<!DOCTYPE html><html lang='en'><title>x</title><main><h1>x</h1><img %s></main></html>";

    visitor.page().setContent(page.formatted("alt='a mug'"));
    assertThat(visitor.accessibilityProblems()).isEmpty();

    visitor.page().setContent(page.formatted(""));
    assertThat(visitor.accessibilityProblems())
        .anyMatch(problem -> problem.startsWith("image-alt at"));
  }

  @Test
  void every_visitor_has_cookies_of_their_own(Visitor one, Visitor other) {
    one.open("/index.xhtml");
    other.open("/index.xhtml");
    one.page().evaluate("document.cookie = 'mine=yes'");

    assertThat(one.page().evaluate("document.cookie").toString()).contains("mine=yes");
    assertThat(other.page().evaluate("document.cookie").toString()).doesNotContain("mine=yes");
  }
}
