package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.server.api.ApiCaller.encoded;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** The file of all records of a store. */
@ArquillianTest
@RunAsClient
class ExportClientIT {

  @ArquillianResource private URL server;

  @Test
  void the_file_holds_every_record_once_and_no_cell_runs_as_a_formula() {
    ApiCaller caller = ApiCaller.withAllRoles(server);
    ApiStore store = ApiStore.make(caller, "=1+1 API export").activateOrders().prepare();
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
      assertThat(lines).hasSize(store.records("&limit=1000").size() + 1).hasSizeGreaterThan(10);
      assertThat(lines.subList(1, lines.size()))
          .allMatch(line -> line.matches("\\d+,'=1[+]1 API export,SALES_ORDER,.*"))
          .extracting(line -> Long.valueOf(line.replaceAll(",.*", "")))
          .doesNotHaveDuplicates()
          .isSorted();
      caller.get("/api/sync-records/export?store=nobody").expectProblem(400, "store");
    } finally {
      store.retire();
    }
  }
}
