package org.storesync.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

@PropertyDefaults(tries = 500)
class PageCursorTest {

  @Provide
  Arbitrary<List<String>> keys() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange('À', 'ž')
        .withCharRange('ぁ', 'ん')
        .ofMaxLength(60)
        .list()
        .ofMaxSize(4);
  }

  @Property
  void a_cursor_that_is_handed_back_names_the_same_place(@ForAll("keys") List<String> keys) {
    PageCursor cursor = new PageCursor("modified", keys);

    assertThat(PageCursor.read(cursor.text(), "modified", keys.size())).contains(cursor);
  }

  @Property
  void a_cursor_can_stand_in_an_address_as_it_is(@ForAll("keys") List<String> keys) {
    assertThat(new PageCursor("modified", keys).text()).matches("[A-Za-z0-9_-]+");
  }
}
