package org.storesync.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.platform.quota.Quota;
import org.storesync.platform.quota.QuotaRequest;

@ArquillianTest
class HttpGatewayIT {

  private static final HttpCall OWN_SERVER =
      HttpCall.get(
          "/health/live",
          Map.of(),
          new QuotaRequest(new Quota("tests", "health", 100, 100), "Tests", false));

  @Inject private HttpGateway gateway;
  @Resource private UserTransaction transaction;

  @Test
  void an_address_that_begins_with_a_slash_is_this_server_itself() {
    assertThat(gateway.send(OWN_SERVER).status()).isEqualTo(200);
  }

  @Test
  void the_door_refuses_to_work_inside_a_transaction() throws Exception {
    transaction.begin();
    try {
      assertThatThrownBy(() -> gateway.send(OWN_SERVER)).isInstanceOf(TransactionalException.class);
    } finally {
      transaction.rollback();
    }
  }
}
