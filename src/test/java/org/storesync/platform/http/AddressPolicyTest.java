package org.storesync.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storesync.platform.http.AddressPolicy.Problem;

class AddressPolicyTest {

  private final AddressPolicy policy = new AddressPolicy();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sellingpartnerapi-na.amazon.com",
        "https://api.amazon.com/auth/o2/token",
        "http://localhost:9000/x",
        "http://127.0.0.1:9000",
        "http://[::1]:9000",
        "/simulator",
        "/simulator/auth/o2/token?x=1"
      })
  void may_be_called(String address) {
    assertThat(policy.problem(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1/x"
      })
  void plain_http_to_another_machine_is_refused(String address) {
    assertThat(policy.problem(address)).contains(Problem.INSECURE);
    assertThatThrownBy(() -> policy.resolve(address))
        .isInstanceOf(HttpFailure.AddressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/x",
        "https://192.168.1.1",
        "https://172.16.0.9:8443",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1",
        "https://0.0.0.0",
        "https://[fe80::1]",
        "https://[fd00::1]",
        "https://[::ffff:10.0.0.1]",
        "https://2130706433/"
      })
  void nothing_inside_a_private_network_is_called(String address) {
    assertThatThrownBy(() -> policy.resolve(address))
        .isInstanceOf(HttpFailure.AddressRefused.class);
  }

  @Test
  void an_address_inside_can_be_allowed_by_the_operator() {
    policy.insecureAllowed = true;

    assertThat(policy.resolve("https://10.0.0.1/x")).hasHost("10.0.0.1");
  }

  @Test
  void plain_http_can_be_allowed_by_the_operator() {
    policy.insecureAllowed = true;

    assertThat(policy.problem("http://marketplace.test:8080")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//example.com/x",
        "file:///etc/passwd",
        "ftp://example.com",
        "https://",
        "https://exa mple.com",
        "amazon.com"
      })
  void what_is_no_address_is_refused(String address) {
    assertThat(policy.problem(address)).contains(Problem.MALFORMED);
  }

  @Test
  void a_name_and_password_in_the_address_are_refused_and_not_repeated() {
    String address = "https://me:s3cret@example.com/";

    assertThat(policy.problem(address)).contains(Problem.USER_INFO);
    assertThatThrownBy(() -> policy.resolve(address)).hasMessageNotContaining("s3cret");
  }
}
