package org.storesync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people named may hold a "&amp;": in an address it must not begin another parameter. */
class PageAddressesTest {

  private static final Path PAGES = Path.of("src", "main", "webapp");
  private static final Pattern NAME_AS_IT_IS = Pattern.compile("[?;]store=#\\{(?!of:encodeURL\\()");

  @Test
  void names_of_stores_are_encoded_in_the_addresses_of_pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();

      assertThat(pages).hasSizeGreaterThan(20).noneMatch(PageAddressesTest::holdsNameAsItIs);
    }
  }

  private static boolean holdsNameAsItIs(Path page) {
    try {
      return NAME_AS_IT_IS.matcher(Files.readString(page)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_name_as_it_is_would_be_found() {
    assertThat("<a href=\"index.xhtml?store=#{one.name()}\"/>").containsPattern(NAME_AS_IT_IS);
    assertThat("<a href=\"index.xhtml?store=#{of:encodeURL(one.name())}\"/>")
        .doesNotContainPattern(NAME_AS_IT_IS);
  }
}
