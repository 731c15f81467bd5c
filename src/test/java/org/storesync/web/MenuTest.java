package org.storesync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.storesync.platform.text.RoomTexts;

class MenuTest {

  private final List<MenuGroup> groups = new Menu().getGroups();

  @Test
  void every_group_and_page_has_its_label_in_each_language() {
    RoomTexts texts = RoomTexts.ofRoom("web");
    for (Locale language : Language.SPOKEN) {
      groups.forEach(
          group -> {
            assertThat(texts.text(language, group.labelKey().substring(4))).isNotBlank();
            group
                .pages()
                .forEach(
                    page ->
                        assertThat(texts.text(language, page.labelKey().substring(4)))
                            .isNotBlank());
          });
    }
  }

  @Test
  void no_page_is_there_twice() {
    assertThat(groups.stream().flatMap(group -> group.pages().stream()).map(MenuPage::address))
        .doesNotHaveDuplicates();
  }

  @Test
  void only_administrators_see_the_users() {
    assertThat(groups.stream().flatMap(group -> group.pages().stream()))
        .filteredOn(page -> page.name().equals("users"))
        .extracting(MenuPage::role)
        .containsExactly("administrator");
  }
}
