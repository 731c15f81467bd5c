package org.storesync.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/storesync/record/SyncRecordsIT.class",
        "org/storesync/record/SyncRecordsIT$Example.class",
        "org/storesync/record/SyncRecordFixture.class",
        "org/storesync/platform/time/TestClock.class",
        "org/storesync/extension/coupon/Texts.properties"
      })
  void what_tests_inside_the_server_need_is_deployed(String file) {
    assertThat(Deployments.belongsInside(file)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/storesync/record/RetryPolicyTest.class",
        "org/storesync/record/RetryPolicyTest$Example.class",
        "org/storesync/journey/OrderBrowserIT.class",
        "org/storesync/journey/RestartServerIT.class",
        "org/storesync/simulator/OrdersClientIT.class",
        "org/storesync/architecture/ImportRules.class",
        "org/storesync/browser/Browser.class",
        "org/storesync/faults/Shop.class",
        "org/storesync/server/RunningServer.class",
        "org/storesync/unattended/clock/MovedClock.class"
      })
  void what_runs_outside_the_server_is_not_deployed(String file) {
    assertThat(Deployments.belongsInside(file)).isFalse();
  }
}
