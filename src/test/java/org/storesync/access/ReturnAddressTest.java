package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.xhtml",
        "/sync-history.xhtml?store=1&status=FAILED",
        "/sync-history.xhtml?find=114-0000001-0000001%20x",
        "/index.xhtml?from=https://elsewhere.example/"
      })
  void a_page_of_this_application_is_gone_to(String address) {
    assertThat(ReturnAddress.check("", address)).contains(address);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "https://elsewhere.example/index.xhtml",
        "//elsewhere.example/index.xhtml",
        "/\\elsewhere.example/index.xhtml",
        "\\\\elsewhere.example/index.xhtml",
        "/\t/elsewhere.example/index.xhtml",
        "/\n/elsewhere.example/index.xhtml",
        "elsewhere.xhtml",
        "javascript:alert(1)//.xhtml",
        "/index.xhtml?a=\r\nSet-Cookie:x",
        "/index.xhtml?a= b",
        "/login.xhtml",
        "/login.xhtml?from=/login.xhtml",
        "/x/../login.xhtml",
        "/x/%2e%2e/login.xhtml",
        "/.//elsewhere.example/index.xhtml",
        "/api/orders",
        "/jakarta.faces.resource/frame.css"
      })
  void anything_else_is_not(String address) {
    assertThat(ReturnAddress.check("", address)).isEmpty();
  }

  @Test
  void an_endless_address_is_not_gone_to() {
    assertThat(ReturnAddress.check("", "/index.xhtml?a=" + "x".repeat(2000))).isEmpty();
  }

  @Test
  void below_a_context_path_only_its_own_pages_count() {
    assertThat(ReturnAddress.check("/sync", "/sync/index.xhtml")).contains("/sync/index.xhtml");
    assertThat(ReturnAddress.check("/sync", "/other/index.xhtml")).isEmpty();
    assertThat(ReturnAddress.check("/sync", "/syncother/index.xhtml")).isEmpty();
    assertThat(ReturnAddress.check("/sync", "/sync/../other/index.xhtml")).isEmpty();
  }
}
