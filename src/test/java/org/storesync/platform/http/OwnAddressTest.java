package org.storesync.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressTest {

  private static OwnAddress told(Map<String, Object> settings) {
    OwnAddress own = new OwnAddress();
    own.config =
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(settings.get(arguments[0])));
    return own;
  }

  private static ServletRequest requestAt(int port, boolean secure) {
    return (ServletRequest)
        Proxy.newProxyInstance(
            ServletRequest.class.getClassLoader(),
            new Class<?>[] {ServletRequest.class},
            (proxy, method, arguments) -> method.getName().equals("isSecure") ? secure : port);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,http://127.0.0.1:8080/simulator?a=b",
    "0.0.0.0,http://127.0.0.1:8080/simulator?a=b",
    "10.1.2.3,http://10.1.2.3:8080/simulator?a=b",
    "fd00::1,http://[fd00::1]:8080/simulator?a=b"
  })
  void the_server_is_asked_where_it_listens(String listens, String address) {
    OwnAddress own = told(Map.of(OwnAddress.PORT, 8080, OwnAddress.ADDRESS, listens));

    assertThat(own.resolve("/simulator?a=b")).hasToString(address);
  }

  @Test
  void the_port_of_a_request_counts_more_than_the_one_the_server_was_given() {
    OwnAddress own = told(Map.of(OwnAddress.PORT, 8080));

    own.heard(requestAt(8443, true));
    assertThat(own.resolve("/x")).hasToString("http://127.0.0.1:8080/x");

    own.heard(requestAt(8552, false));
    assertThat(own.resolve("/x")).hasToString("http://127.0.0.1:8552/x");
  }

  @Test
  void a_server_that_tells_nothing_needs_the_complete_address() {
    assertThatThrownBy(() -> told(Map.of()).resolve("/x?token=s3cret"))
        .isInstanceOf(HttpFailure.AddressRefused.class)
        .hasMessageNotContaining("s3cret");
  }
}
