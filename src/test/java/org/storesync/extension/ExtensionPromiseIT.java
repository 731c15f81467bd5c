package org.storesync.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.ExtensionStore.PAPER;
import static org.storesync.extension.ExtensionStore.REDEMPTION;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;
import static org.storesync.extension.redemption.RedemptionFixture.aRedemption;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ledger.LedgerEntries;
import org.storesync.extension.ledger.LedgerEntry;
import org.storesync.kind.PrepareMode;
import org.storesync.record.SyncOperation;
import org.storesync.record.SyncRecordRow;
import org.storesync.record.SyncStatus;
import org.storesync.run.RunRow;
import org.storesync.run.RunState;

@ArquillianTest
class ExtensionPromiseIT {

  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

  @Inject private ExtensionStores stores;
  @Inject private LedgerEntries ledger;

  @Test
  void an_entity_and_systems_that_main_does_not_know_are_prepared_processed_and_listed()
      throws Exception {
    ExtensionStore store = stores.withLedger();
    store.stall().put(aCoupon("C-1", YESTERDAY));
    store.stall().put(aRedemption("R-1", "C-1", YESTERDAY));

    assertThat(store.prepare(PrepareMode.INCREMENTAL, PAPER, REDEMPTION))
        .extracting(RunRow::state)
        .containsOnly(RunState.SUCCEEDED);
    assertThat(store.status(REDEMPTION, "R-1")).isEqualTo(SyncStatus.PREPARED);
    RunRow processing = store.process();

    assertThat(processing.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(processing.processed()).isEqualTo(2);
    assertThat(ledger.of(store.id()))
        .extracting(LedgerEntry::key)
        .containsExactlyInAnyOrder("C-1", "R-1");
    SyncRecordRow listed = store.record(REDEMPTION, "R-1");
    assertThat(listed.status()).isEqualTo(SyncStatus.PROCESSED);
    assertThat(listed.lastOperation()).isEqualTo(SyncOperation.INSERTED_LOCALLY);
    assertThat(listed.localId()).startsWith("L");
    assertThat(listed.description()).isEqualTo("Redemption of C-1");
  }
}
