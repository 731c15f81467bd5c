package org.storesync.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InstalledBrowserTest {

  @TempDir private Path folder;

  @Test
  void the_browser_that_the_setting_names_is_taken() {
    Path own = program("my-browser");

    assertThat(browser(Map.of(InstalledBrowser.SETTING, own.toString())).executable())
        .isEqualTo(own);
  }

  @Test
  void a_setting_that_names_no_program_is_refused_and_not_passed_over() {
    assertThatThrownBy(() -> browser(Map.of(InstalledBrowser.SETTING, "/nowhere")).executable())
        .hasMessageContaining("STORESYNC_TEST_BROWSER is /nowhere");
  }

  @Test
  void a_browser_on_the_path_is_found() {
    Path chromium = program("chromium-browser");

    assertThat(browser(Map.of("PATH", "/nowhere:" + folder)).executable()).isEqualTo(chromium);
  }

  @Test
  void a_browser_is_looked_for_again_after_it_was_installed() {
    InstalledBrowser browser =
        new InstalledBrowser(
            Map.of("PATH", folder.toString()),
            () -> {
              program("chromium");
              return true;
            });

    assertThat(browser.executable()).isEqualTo(folder.resolve("chromium"));
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "Chrome is also found outside of the PATH there")
  void without_a_browser_the_tests_fail_and_say_what_to_install() {
    assertThatThrownBy(() -> browser(Map.of("PATH", folder.toString())).executable())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("apt-get install chromium")
        .hasMessageContaining("STORESYNC_TEST_BROWSER");
  }

  private static InstalledBrowser browser(Map<String, String> environment) {
    return new InstalledBrowser(environment, () -> false);
  }

  private Path program(String name) {
    try {
      Path program = Files.createFile(folder.resolve(name));
      assertThat(program.toFile().setExecutable(true)).isTrue();
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
