package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.encoded;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** The file of all records of a store with more of them than are ever read at once. */
@ArquillianTest
@RunAsClient
class ExportClientIT {

  private static final int READ_AT_ONCE = 1_000;

  @ArquillianResource private URL server;

  @Test
  void the_file_holds_any_number_of_records_and_no_cell_runs_as_a_formula() {
    ApiCaller caller = ApiCaller.withAllRoles(server);
    ApiStore store = ApiStore.make(caller, "=1+1 API export", 180).activateOrders().prepare();
    try {
      ApiAnswer file =
          caller.get("/api/sync-records/export?store=" + encoded(store.name())).expect(200);

      assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
      assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
          .contains("attachment");
      List<String> lines = file.body().lines().toList();
      assertThat(lines.get(0))
          .isEqualTo(
              "id,store,entity,externalId,localId,status,description,lastMessage,lastOperation,"
                  + "attempts,lastAttempt,externallyModified,locallyModified");
      assertThat(lines).hasSizeGreaterThan(READ_AT_ONCE + 1);
      assertThat(lines.subList(1, lines.size()))
          .allMatch(line -> line.matches("\\d+,'=1[+]1 API export,SALES_ORDER,.*"))
          .extracting(line -> Long.valueOf(line.replaceAll(",.*", "")))
          .doesNotHaveDuplicates()
          .isSorted();
    } finally {
      store.retire();
    }
  }
}
