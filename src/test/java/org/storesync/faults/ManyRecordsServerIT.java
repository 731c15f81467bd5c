package org.storesync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.FormVisitor;
import org.storesync.server.TestQueries;
import org.storesync.server.TokenUser;

/** A person means all of very many records, and the server is asked once. */
@Tag("servers")
class ManyRecordsServerIT {

  private static final String PAGE = "process-data.xhtml";
  private static final Duration A_PERSON_WAITS = Duration.ofSeconds(30);

  /** Records of the sales orders of the demo store, Prepared; number 1 is the first one's. */
  private static final String RECORDS =
      """
      insert into sync_record (id, store_entity_id, external_id, status, description, content_hash,
        content_version, external_modified, attempts, last_operation, changed_since_skipped, created_at,
        changed_at, version)
      select n, e.id, '111-' || lpad(n::text, 14, '0'), 'PREPARED', 'Order ' || n, md5(n::text), 1,
        timestamptz '2026-01-01' + n * interval '1 second', 0, 'MODIFIED_EXTERNALLY', false, now(), now(), 1
      from generate_series(%d::bigint, %d) n, store_entity e where e.kind = 'SALES_ORDER'
      """;

  @Test
  void skip_all_of_many_records_is_a_run_over_those_that_were_there_at_the_click() {
    try (Shop shop = Shop.on(Database.POSTGRESQL, "many-records")) {
      TokenUser user = shop.start("alone");
      TestQueries books = shop.books();
      books.execute(RECORDS.formatted(1, Extent.RECORDS));
      books.execute("analyze");

      Duration waited = skipAll(new FormVisitor(shop.server("alone").address()).signedIn());
      // Too late: nobody meant this one.
      books.execute(RECORDS.formatted(Extent.RECORDS + 1, Extent.RECORDS + 1));
      Shop.await("progress", () -> run(user).getJsonObject("counts").getInt("processed") > 0);
      JsonObject begun = run(user).getJsonObject("counts");
      Shop.awaitSuccess(user);

      System.out.printf("The click on Skip All of %,d took %s%n", Extent.RECORDS, waited);
      assertThat(waited).isLessThan(A_PERSON_WAITS);
      assertThat(begun.getInt("processed") + begun.getInt("remaining")).isEqualTo(Extent.RECORDS);
      assertThat(run(user).getJsonObject("counts").getInt("processed")).isEqualTo(Extent.RECORDS);
      assertThat(books.number("select count(*) from sync_record where status = 'SKIPPED'"))
          .isEqualTo(Extent.RECORDS);
      assertThat(books.texts("select id from sync_record where status = 'PREPARED'"))
          .containsExactly(Integer.toString(Extent.RECORDS + 1));
    }
  }

  private static JsonObject run(TokenUser user) {
    assertThat(user.runs()).hasSize(1).allMatch(run -> run.getString("kind").equals("COMMAND"));
    return user.runs().get(0);
  }

  /** Clicks the button; whatever else the form holds stays as it was opened. */
  private static Duration skipAll(FormVisitor visitor) {
    Map<String, String> fields = new LinkedHashMap<>(visitor.hiddenFields(PAGE));
    fields.put("work", "work");
    fields.put("jakarta.faces.partial.ajax", "true");
    fields.put("jakarta.faces.source", "work:skipAll");
    fields.put("jakarta.faces.partial.execute", "work:skipAll");
    fields.put("jakarta.faces.partial.render", "work");
    fields.put("work:skipAll", "work:skipAll");
    long begin = System.nanoTime();
    HttpResponse<String> answer = visitor.post(PAGE, fields, "Faces-Request", "partial/ajax");
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(answer.body()).contains("<partial-response").doesNotContain("<error>");
    return took;
  }
}
