package org.storesync.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.storesync.platform.text.LinkedText.Part;

class LinkedTextTest {

  private static final String SENTENCE =
      "SKU MUG is not linked. Add a cross-reference, or [link it here](/items.xhtml?link=MUG&type=SKU).";

  @Test
  void words_with_an_address_become_a_link_in_their_place() {
    assertThat(LinkedText.parts(SENTENCE))
        .containsExactly(
            new Part("SKU MUG is not linked. Add a cross-reference, or ", null),
            new Part("link it here", "/items.xhtml?link=MUG&type=SKU"),
            new Part(".", null));
  }

  @Test
  void several_links_are_told_apart_from_the_words_between_them() {
    assertThat(LinkedText.links("[one](/a) and [two](/b)"))
        .containsExactly(new Part("one", "/a"), new Part("two", "/b"));
  }

  @Test
  void without_links_the_sentence_reads_the_same() {
    assertThat(LinkedText.plain(SENTENCE))
        .isEqualTo("SKU MUG is not linked. Add a cross-reference, or link it here.");
  }

  @Test
  void an_address_elsewhere_is_no_link_but_quoted_as_it_is() {
    for (String quoted :
        new String[] {
          "[sign in](https://example.com)",
          "[sign in](//example.com/x)",
          "[sign in](/\\example.com)",
          "[sign in](javascript:alert(1))",
          "Amazon says {\"errors\":[1](2)}"
        }) {
      assertThat(LinkedText.parts(quoted)).containsExactly(new Part(quoted, null));
    }
  }
}
