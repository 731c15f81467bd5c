package org.storesync.platform.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private static TrustedProxies trusting(String networks) {
    TrustedProxies proxies = new TrustedProxies();
    proxies.setting = Optional.of(networks);
    proxies.read();
    return proxies;
  }

  @Test
  void a_stranger_is_who_he_is_whatever_he_says() {
    assertThat(trusting("").client("203.0.113.9", List.of("198.51.100.1")))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void the_proxy_of_this_machine_says_who_stands_behind_it() {
    assertThat(trusting("").client("127.0.0.1", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
    assertThat(trusting("").client("0:0:0:0:0:0:0:1", List.of("2001:db8::5")))
        .isEqualTo("2001:db8:0:0:0:0:0:5");
  }

  @Test
  void what_a_client_wrote_itself_before_the_proxy_does_not_count() {
    assertThat(trusting("").client("127.0.0.1", List.of("10.9.9.9, 198.51.100.1")))
        .isEqualTo("198.51.100.1");
    assertThat(trusting("").client("127.0.0.1", List.of("10.9.9.9", "198.51.100.1")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void a_chain_of_trusted_proxies_is_followed_to_its_end() {
    assertThat(
            trusting("172.16.0.0/12, 10.1.2.3")
                .client("172.17.0.1", List.of("198.51.100.1, 10.1.2.3")))
        .isEqualTo("198.51.100.1");
    assertThat(trusting("172.16.0.0/12").client("172.32.0.1", List.of("198.51.100.1")))
        .isEqualTo("172.32.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example.com", "", "<script>", "999.1.1.1", "unknown"})
  void what_is_no_address_is_not_followed(String nonsense) {
    assertThat(trusting("").client("127.0.0.1", List.of(nonsense))).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/x", "::1/129", "10.0.0"})
  void a_setting_that_names_no_network_is_refused(String setting) {
    assertThatThrownBy(() -> trusting(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(setting);
  }
}
