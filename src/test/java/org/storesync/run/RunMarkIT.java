package org.storesync.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;

/** What open pages are told about: the mark that moves when runs come and end. */
@ArquillianTest
class RunMarkIT {

  @Inject private ExtensionStores stores;
  @Inject private RunList runs;

  @Test
  void the_mark_moves_with_each_run_that_has_ended() {
    ExtensionStore store = stores.withLedger();
    store.aRunOfNobody();
    String before = runs.mark();

    store.aRunOfNobody();

    assertThat(runs.mark()).isNotEqualTo(before);
  }
}
